package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns whose values are pseudonyms, in domains (union-find over the graph of foreign keys): within a domain
 * equal values get equal pseudonyms, so that references to faked keys hold as they hold in the source.
 */
final class KeyDomains {

    private final CatalogIndex catalog;
    private final Drafts drafts;
    private final Map<String, String> parents = new TreeMap<>();
    private final Map<String, List<Member>> members = new LinkedHashMap<>();

    KeyDomains(CatalogIndex catalog, Drafts drafts) {
        this.catalog = catalog;
        this.drafts = drafts;
    }

    /** A column of a table whose rows are copied; partitions have one each. */
    record Member(TableDraft draft, Column column) {}

    /** Makes a column's values pseudonyms, in all partitions of its tree. @return whether they were not */
    boolean add(TableDraft draft, Column column) {
        if (!draft.makePseudonym(column)) {
            return false;
        }
        String node = node(draft, column);
        parents.putIfAbsent(node, node);
        for (Relation table : catalog.storage(root(draft.relation()))) {
            if (drafts.copies(table)) {
                TableDraft partition = drafts.of(table);
                Column own = table.column(column.name()).orElseThrow();
                boolean unused = partition.makePseudonym(own);
                members.computeIfAbsent(node, n -> new ArrayList<>()).add(new Member(partition, own));
            }
        }
        return true;
    }

    /** Puts two columns into one domain. @return whether they were not in one */
    boolean join(Member a, Member b) {
        boolean first = add(a.draft(), a.column());
        boolean second = add(b.draft(), b.column());
        String one = find(node(a.draft(), a.column()));
        String other = find(node(b.draft(), b.column()));
        if (one.equals(other)) {
            return first || second;
        }
        parents.put(one.compareTo(other) < 0 ? other : one, one.compareTo(other) < 0 ? one : other);
        return true;
    }

    private Relation root(Relation relation) {
        List<Relation> lineage = catalog.lineage(relation);
        return lineage.get(lineage.size() - 1);
    }

    private String node(TableDraft draft, Column column) {
        return root(draft.relation()).name() + "." + column.name();
    }

    private String find(String node) {
        String parent = parents.getOrDefault(node, node);
        return parent.equals(node) ? node : find(parent);
    }

    /** The name of a pseudonym's domain: the first of its columns. */
    String domainOf(TableDraft draft, Column column) {
        return find(node(draft, column));
    }

    /** All domains by name, each with its columns in the order in which they came to it. */
    Map<String, List<Member>> all() {
        Map<String, List<Member>> domains = new TreeMap<>();
        members.forEach((node, columns) ->
                domains.computeIfAbsent(find(node), d -> new ArrayList<>()).addAll(columns));
        return domains;
    }

    /**
     * What a reader should know: kept columns that are not real, and relations that show although their keys do not.
     */
    List<String> notes() {
        return all().values().stream().map(this::note).toList();
    }

    private String note(Collection<Member> domain) {
        List<String> names = domain.stream()
                .map(m -> node(m.draft(), m.column()))
                .distinct()
                .sorted()
                .toList();
        List<String> listed = domain.stream()
                .filter(m -> m.draft().isListedAsKept(m.column()))
                .map(m -> node(m.draft(), m.column()))
                .distinct()
                .sorted()
                .toList();
        String same = names.size() == 1
                ? names.get(0) + " is a pseudonym: equal values stay equal, different ones different."
                : String.join(", ", names) + " are pseudonyms of one key domain: rows refer to each other as in the"
                        + " source.";
        return listed.isEmpty()
                ? same
                : same + " The allow list keeps " + String.join(", ", listed)
                        + ", but a key that these columns share is faked.";
    }
}
