package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ForeignKey;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a foreign key asks of its columns (design rule F7): kept and kept is copied; faked draws an existing key; a
 * referenced table without rows means NULL. What this version cannot make hold is a problem.
 */
final class ForeignKeyRules {

    private final CatalogIndex catalog;
    private final Drafts drafts;
    private final List<String> problems;
    private final List<String> notes;

    ForeignKeyRules(CatalogIndex catalog, Drafts drafts, List<String> problems, List<String> notes) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.problems = problems;
        this.notes = notes;
    }

    /** References to tables without rows come first: they turn kept columns into NULL. */
    void apply() {
        for (TableDraft draft : drafts.all()) {
            for (Key key : keysOf(draft)) {
                if (!hasRows(key.referenced())) {
                    emptied(key);
                }
            }
        }
        for (TableDraft draft : drafts.all()) {
            for (Key key : keysOf(draft)) {
                if (hasRows(key.referenced())) {
                    related(key);
                }
            }
        }
    }

    /** A foreign key with its columns as the table itself numbers them. */
    private record Key(
            TableDraft draft, ForeignKey foreignKey, List<Column> columns, Relation referenced, List<Column> key) {

        String place() {
            return draft.relation().name() + ", foreign key " + foreignKey.name();
        }

        String columnNames() {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }

        QualifiedName target() {
            return referenced.name();
        }
    }

    private List<Key> keysOf(TableDraft draft) {
        return catalog.lineage(draft.relation()).stream()
                .flatMap(owner -> owner.foreignKeys().stream().map(f -> key(draft, owner, f)))
                .toList();
    }

    private Key key(TableDraft draft, Relation owner, ForeignKey foreignKey) {
        Relation referenced = catalog.relation(foreignKey.referencedTable());
        return new Key(
                draft,
                foreignKey,
                foreignKey.columns().stream()
                        .map(n -> CatalogIndex.inPartition(draft.relation(), owner, n))
                        .toList(),
                referenced,
                foreignKey.referencedColumns().stream().map(referenced::column).toList());
    }

    private boolean hasRows(Relation referenced) {
        return catalog.storage(referenced).stream().anyMatch(drafts::copies);
    }

    private void emptied(Key key) {
        List<Column> nullable =
                key.columns().stream().filter(c -> !TableDraft.forbidsNull(c)).toList();
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

    private void related(Key key) {
        if (key.columns().stream().anyMatch(c -> key.draft().nullReason(c).isPresent())) {
            return;
        }
        long kept = key.columns().stream().filter(key.draft()::isKept).count();
        if (kept == key.columns().size()) {
            copied(key);
        } else if (kept > 0) {
            problems.add(key.place() + ": some of its columns (" + key.columnNames()
                    + ") are kept and some are faked. Keep all of them, or none.");
        } else {
            drawn(key);
        }
    }

    /** The kept column names the real key, so the referenced table must hold it. */
    private void copied(Key key) {
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

    private List<Relation> storageWithRows(Relation referenced) {
        return catalog.storage(referenced).stream().filter(drafts::copies).toList();
    }

    private void drawn(Key key) {
        if (hasOwnGenerator(key)) {
            return;
        }
        if (key.columns().stream().anyMatch(c -> key.draft().reference(c).isPresent())) {
            problems.add(key.place() + ": " + key.columnNames()
                    + " is faked and belongs to more than one foreign key, which this version cannot draw together. "
                    + "Keep it and the columns it refers to.");
            return;
        }
        if (key.referenced().kind() == Relation.Kind.PARTITIONED_TABLE && !keepsWholeKey(key)) {
            problems.add(key.place() + ": the referenced key of the partitioned table " + key.target()
                    + " is faked, which this version cannot refer to. Keep "
                    + key.key().stream().map(Column::name).collect(Collectors.joining(", ")) + " of "
                    + key.target() + ".");
            return;
        }
        KeyRequest request = new KeyRequest(key.foreignKey().name(), key.referenced(), key.key());
        IntStream.range(0, key.columns().size())
                .forEach(i -> key.draft().refer(key.columns().get(i), request, i));
    }

    private boolean keepsWholeKey(Key key) {
        return storageWithRows(key.referenced()).stream()
                .allMatch(table -> key.key().stream()
                        .allMatch(c ->
                                drafts.of(table).isKept(table.column(c.name()).orElseThrow())));
    }

    /** NULL satisfies a foreign key; any other generator would not. */
    private boolean hasOwnGenerator(Key key) {
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
