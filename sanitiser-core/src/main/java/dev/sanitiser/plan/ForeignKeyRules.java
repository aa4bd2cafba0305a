package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a foreign key asks of its columns (design rule F7): kept and kept is copied; faked draws an existing key; a
 * referenced table without rows means NULL. What this version cannot make hold is a problem.
 */
final class ForeignKeyRules {

    private final CatalogIndex catalog;
    private final Drafts drafts;
    private final Predicate<Relation> travels;
    private final List<String> problems;
    private final List<String> notes;

    /** @param travels whether a table is in the copy at all; a foreign key to one that is not stays behind with it */
    ForeignKeyRules(
            CatalogIndex catalog,
            Drafts drafts,
            Predicate<Relation> travels,
            List<String> problems,
            List<String> notes) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.travels = travels;
        this.problems = problems;
        this.notes = notes;
    }

    /** References to tables without rows come first: they turn kept columns into NULL. */
    void apply() {
        List<ReferencingKey> keys =
                drafts.all().stream().flatMap(d -> keysOf(d).stream()).toList();
        keys.stream()
                .filter(k -> !isFilledByExtension(k)
                        && storageWithRows(k.referenced()).isEmpty())
                .forEach(this::emptied);
        for (ReferencingKey key : keys) {
            if (isFilledByExtension(key)) {
                filledByExtension(key);
            } else if (!storageWithRows(key.referenced()).isEmpty()) {
                related(key);
            }
        }
    }

    private List<ReferencingKey> keysOf(TableDraft draft) {
        return catalog.lineage(draft.relation()).stream()
                .flatMap(owner -> owner.foreignKeys().stream().map(f -> ReferencingKey.of(catalog, draft, owner, f)))
                .filter(k -> travels.test(k.referenced()))
                .toList();
    }

    private List<Relation> storageWithRows(Relation referenced) {
        return catalog.storage(referenced).stream().filter(drafts::copies).toList();
    }

    private static boolean isFilledByExtension(ReferencingKey key) {
        return key.referenced().extension().isPresent();
    }

    private void filledByExtension(ReferencingKey key) {
        if (!hasNull(key) && !key.columns().stream().allMatch(key.draft()::isKept)) {
            problems.add(key.place() + ": the rows of " + key.target() + " come from the extension "
                    + key.referenced().extension().orElseThrow() + ", and this version cannot draw from them. Keep "
                    + key.columnNames() + ".");
        }
    }

    private void emptied(ReferencingKey key) {
        List<Column> nullable = key.columns().stream()
                .filter(Column::isStoredFromRows)
                .filter(c -> !TableDraft.forbidsNull(c))
                .toList();
        boolean possible =
                key.foreignKey().matchFull() ? nullable.size() == key.columns().size() : !nullable.isEmpty();
        if (!possible) {
            problems.add(key.place() + ": no rows of " + key.target() + " are copied and " + key.columnNames()
                    + " cannot be NULL. List " + key.target()
                    + " in the allow list (an empty list [] fakes every column"
                    + "), or give " + key.draft().relation().name() + " \"rows\": \"none\".");
            return;
        }
        String reason = "refers to " + key.target() + ", of which no rows are copied";
        nullable.forEach(c -> key.draft().makeNull(c, reason));
        nullable.forEach(c -> notes.add(key.draft().nameOf(c) + " is NULL in every row: it " + reason + "."));
    }

    private void related(ReferencingKey key) {
        if (hasNull(key)) {
            checkMatchFull(key);
            return;
        }
        long kept = key.columns().stream().filter(key.draft()::isKept).count();
        if (storageWithRows(key.referenced()).size()
                < catalog.storage(key.referenced()).size()) {
            problems.add(key.place() + ": only some partitions of " + key.target()
                    + " are copied, so a key may be missing. Copy all of them, or none.");
        } else if (kept == key.columns().size()) {
            copied(key);
        } else if (kept > 0) {
            problems.add(key.place() + ": some of its columns (" + key.columnNames()
                    + ") are kept and some are faked. Keep all of them, or none.");
        } else {
            drawn(key);
        }
    }

    private static boolean hasNull(ReferencingKey key) {
        return !nulls(key).isEmpty();
    }

    private static List<Column> nulls(ReferencingKey key) {
        return key.columns().stream()
                .filter(c -> key.draft().nullReason(c).isPresent())
                .toList();
    }

    /** One NULL satisfies a foreign key, unless it is MATCH FULL. */
    private void checkMatchFull(ReferencingKey key) {
        List<Column> nulls = nulls(key);
        if (key.foreignKey().matchFull() && nulls.size() < key.columns().size()) {
            problems.add(key.place() + ": " + ReferencingKey.names(nulls)
                    + " is NULL in every row, but MATCH FULL wants all of its columns (" + key.columnNames()
                    + ") to be NULL or none. Fake all of them as \"null\", or none.");
        }
    }

    /** The kept column names the real key, so the referenced table must hold it. */
    private void copied(ReferencingKey key) {
        for (Relation table : storageWithRows(key.referenced())) {
            TableDraft target = drafts.of(table);
            List<String> faked = key.key().stream()
                    .map(c -> table.column(c.name()).orElseThrow())
                    .filter(c -> !target.isKept(c))
                    .map(target::nameOf)
                    .toList();
            if (!faked.isEmpty()) {
                problems.add(key.place() + ": " + key.columnNames() + " is kept but refers to "
                        + String.join(", ", faked) + ", which is faked. Keep " + String.join(", ", faked)
                        + " as well, or do not keep " + key.columnNames() + ".");
                return;
            }
        }
    }

    private void drawn(ReferencingKey key) {
        if (hasOwnGenerator(key)) {
            return;
        }
        objectionToDrawing(key).ifPresentOrElse(o -> problems.add(key.place() + ": " + o), () -> draw(key));
    }

    private Optional<String> objectionToDrawing(ReferencingKey key) {
        TableDraft draft = key.draft();
        if (!key.columns().stream().allMatch(Column::isStoredFromRows)) {
            return Optional.of(key.columnNames() + " is computed from faked columns and would name no key of "
                    + key.target() + ". Keep the columns it is computed from.");
        }
        if (key.columns().stream().anyMatch(c -> draft.reference(c).isPresent())) {
            return Optional.of(key.columnNames()
                    + " is faked and belongs to more than one foreign key, which this version cannot draw together. "
                    + "Keep it and the columns it refers to.");
        }
        if (key.referenced().kind() == Relation.Kind.PARTITIONED_TABLE && !keepsWholeKey(key)) {
            return Optional.of("the referenced key of the partitioned table " + key.target()
                    + " is faked, which this version cannot refer to. Keep " + key.keyNames() + " of " + key.target()
                    + ".");
        }
        if (draft.keyRequests().stream()
                .anyMatch(r -> r.foreignKey().equals(key.foreignKey().name()))) {
            return Optional.of("a partition and its root have different foreign keys of this name. Rename one.");
        }
        return Optional.empty();
    }

    private static void draw(ReferencingKey key) {
        KeyRequest request = new KeyRequest(key.foreignKey().name(), key.referenced(), key.key());
        IntStream.range(0, key.columns().size())
                .forEach(i -> key.draft().refer(key.columns().get(i), request, i));
    }

    private boolean keepsWholeKey(ReferencingKey key) {
        return storageWithRows(key.referenced()).stream()
                .allMatch(table -> key.key().stream()
                        .allMatch(c ->
                                drafts.of(table).isKept(table.column(c.name()).orElseThrow())));
    }

    /** NULL satisfies a foreign key; any other generator would not. */
    private boolean hasOwnGenerator(ReferencingKey key) {
        boolean found = false;
        for (Column column : key.columns()) {
            FakeSpec spec = key.draft().fakeSpec(column).orElse(new FakeSpec.Automatic());
            if (spec instanceof FakeSpec.Null) {
                found = true;
            } else if (!(spec instanceof FakeSpec.Automatic)) {
                problems.add(key.place() + ": " + column.name()
                        + " has a generator in the allow list, but must be a key of " + key.target()
                        + ". Remove the generator: an existing key is drawn.");
                found = true;
            }
        }
        return found;
    }
}
