package dev.sanitiser.plan;

import dev.sanitiser.catalog.Relation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The drafts of all tables whose rows are copied, in the catalog's order. */
final class Drafts {

    private final Map<Long, TableDraft> byOid = new LinkedHashMap<>();

    void add(TableDraft draft) {
        byOid.put(draft.relation().oid(), draft);
    }

    boolean copies(Relation relation) {
        return byOid.containsKey(relation.oid());
    }

    /** @throws NullPointerException if no rows of the relation are copied */
    TableDraft of(Relation relation) {
        return Objects.requireNonNull(byOid.get(relation.oid()));
    }

    Collection<TableDraft> all() {
        return byOid.values();
    }
}
