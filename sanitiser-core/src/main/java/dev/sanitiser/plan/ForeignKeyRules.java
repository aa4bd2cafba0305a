package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a foreign key asks of its columns (design rule F7): kept and kept is copied; kept that refers to faked is a
 * pseudonym, and so is the key; faked draws an existing key; a referenced table without rows means NULL.
 */
final class ForeignKeyRules {

    private final CatalogIndex catalog;
    private final Drafts drafts;
    private final Predicate<Relation> travels;
    private final KeyDomains domains;
    private final PlanMessages messages;

    /** @param travels whether a table is in the copy at all; a foreign key to one that is not stays behind with it */
    ForeignKeyRules(
            CatalogIndex catalog,
            Drafts drafts,
            Predicate<Relation> travels,
            KeyDomains domains,
            PlanMessages messages) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.travels = travels;
        this.domains = domains;
        this.messages = messages;
    }

    void apply() {
        List<ReferencingKey> keys =
                drafts.all().stream().flatMap(d -> keysOf(d).stream()).toList();
        emptyAll(keys);
        List<ReferencingKey> related = keys.stream().filter(this::isRelated).toList();
        KeyDraws draws = new KeyDraws(catalog, drafts, domains, messages);
        do {
            spread(related);
        } while (draws.addPseudonyms(related));
        draws.report();
    }

    private List<ReferencingKey> keysOf(TableDraft draft) {
        return catalog.lineage(draft.relation()).stream()
                .flatMap(owner -> owner.foreignKeys().stream().map(f -> ReferencingKey.of(catalog, draft, owner, f)))
                .filter(k -> travels.test(k.referenced()))
                .toList();
    }

    /** References to tables without rows turn columns into NULL, and those that refer to such columns in turn. */
    private void emptyAll(List<ReferencingKey> keys) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ReferencingKey key : keys) {
                if (!isFilledByExtension(key) && !hasNull(key) && !hasKeys(key)) {
                    changed |= emptied(key);
                }
            }
        }
    }

    private boolean hasKeys(ReferencingKey key) {
        List<Relation> tables = storageWithRows(key.referenced());
        return !tables.isEmpty()
                && tables.stream()
                        .noneMatch(t -> key.key().stream()
                                .anyMatch(c -> drafts.of(t)
                                        .nullReason(t.column(c.name()).orElseThrow())
                                        .isPresent()));
    }

    private List<Relation> storageWithRows(Relation referenced) {
        return catalog.storage(referenced).stream().filter(drafts::copies).toList();
    }

    private static boolean isFilledByExtension(ReferencingKey key) {
        return key.referenced().extension().isPresent();
    }

    /** @return whether a column was made NULL */
    private boolean emptied(ReferencingKey key) {
        List<Column> nullable = key.columns().stream()
                .filter(Column::isStoredFromRows)
                .filter(c -> !TableDraft.forbidsNull(c))
                .toList();
        boolean possible =
                key.foreignKey().matchFull() ? nullable.size() == key.columns().size() : !nullable.isEmpty();
        boolean hasRows = !storageWithRows(key.referenced()).isEmpty();
        if (!possible) {
            messages.problem(
                    key.root(),
                    hasRows
                            ? key.place() + ": " + key.target() + " has no key in the copy, because a column of "
                                    + key.keyNames() + " is NULL in every row, and " + key.columnNames()
                                    + " cannot be NULL. Do not fake the key as \"null\"."
                            : key.place() + ": no rows of " + key.target() + " are copied and " + key.columnNames()
                                    + " cannot be NULL. List " + key.target()
                                    + " in the allow list (an empty list [] fakes every column"
                                    + "), or give " + key.root() + " \"rows\": \"none\".");
            return false;
        }
        String reason = hasRows
                ? "refers to " + key.target() + ", whose key is NULL in every row"
                : "refers to " + key.target() + ", of which no rows are copied";
        nullable.forEach(c -> key.draft().makeNull(c, reason));
        nullable.forEach(c -> messages.note(key.root() + "." + c.name() + " is NULL in every row: it " + reason + "."));
        return true;
    }

    /** Checks what can be said of a key at once. @return whether its columns have to agree with the key */
    private boolean isRelated(ReferencingKey key) {
        if (isFilledByExtension(key)) {
            filledByExtension(key);
            return false;
        }
        if (hasNull(key)) {
            checkMatchFull(key);
            return false;
        }
        if (storageWithRows(key.referenced()).isEmpty() || !hasKeys(key)) {
            return false;
        }
        if (storageWithRows(key.referenced()).size()
                < catalog.storage(key.referenced()).size()) {
            messages.problem(
                    key.root(),
                    key.place() + ": only some partitions of " + key.target()
                            + " are copied, so a key may be missing. Copy all of them, or none.");
            return false;
        }
        return true;
    }

    private void filledByExtension(ReferencingKey key) {
        if (!hasNull(key) && !key.columns().stream().allMatch(key.draft()::isKept)) {
            messages.problem(
                    key.root(),
                    key.place() + ": the rows of " + key.target() + " come from the extension "
                            + key.referenced().extension().orElseThrow()
                            + ", and this version cannot draw from them. Keep "
                            + key.columnNames() + ".");
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
            messages.problem(
                    key.root(),
                    key.place() + ": " + ReferencingKey.names(nulls)
                            + " is NULL in every row, but MATCH FULL wants all of its columns (" + key.columnNames()
                            + ") to be NULL or none. Fake all of them as \"null\", or none.");
        }
    }

    /** A value that refers to one that is not real cannot be real; what a pseudonym refers to must be the same one. */
    private void spread(List<ReferencingKey> keys) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ReferencingKey key : keys) {
                for (int i : IntStream.range(0, key.columns().size()).toArray()) {
                    changed |= spread(key, i);
                }
            }
        }
    }

    private boolean spread(ReferencingKey key, int position) {
        Column column = key.columns().get(position);
        if (!key.draft().tellsApart(column)) {
            return false;
        }
        boolean changed = false;
        for (Relation table : storageWithRows(key.referenced())) {
            TableDraft target = drafts.of(table);
            Column referenced = table.column(key.key().get(position).name()).orElseThrow();
            if (key.draft().isPseudonym(column) || !target.isKept(referenced)) {
                changed |= related(key, column, target, referenced);
            }
        }
        return changed;
    }

    private boolean related(ReferencingKey key, Column column, TableDraft target, Column referenced) {
        if (!column.isStoredFromRows() || !referenced.isStoredFromRows()) {
            Column computed = column.isStoredFromRows() ? referenced : column;
            messages.problem(
                    key.root(),
                    key.place() + ": " + column.name() + " is kept but refers to "
                            + target.nameOf(referenced) + ", which is faked, and " + computed.name()
                            + " is computed. Keep the columns it is computed from, or do not keep " + column.name()
                            + ".");
            return false;
        }
        return domains.join(new KeyDomains.Member(key.draft(), column), new KeyDomains.Member(target, referenced));
    }
}
