package dev.sanitiser.testing;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.UniqueIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes allow lists for a whole catalog, as a careful user would write them by rule. */
public final class KeysOnly {

    private KeysOnly() {}

    /**
     * Keeps every column of a primary or foreign key, referenced columns included, and nothing else but the given ones.
     *
     * @param more further columns to keep, as {@code table.column}
     */
    public static AllowList and(Set<String> more, Catalog catalog) {
        CatalogIndex index = new CatalogIndex(catalog);
        Map<Long, Set<String>> kept = new TreeMap<>();
        for (Relation relation : catalog.relations()) {
            Set<String> names = kept.computeIfAbsent(relation.oid(), o -> new TreeSet<>());
            relation.uniqueIndexes().stream()
                    .filter(UniqueIndex::primary)
                    .flatMap(i -> i.keys().stream())
                    .forEach(n -> names.add(relation.column(n).name()));
            relation.foreignKeys().forEach(key -> {
                key.columns().forEach(n -> names.add(relation.column(n).name()));
                Relation referenced = index.relation(key.referencedTable());
                Set<String> referencedNames = kept.computeIfAbsent(referenced.oid(), o -> new TreeSet<>());
                key.referencedColumns()
                        .forEach(n -> referencedNames.add(referenced.column(n).name()));
            });
        }
        return listed(
                catalog,
                (relation, column) ->
                        kept.getOrDefault(relation.oid(), Set.of()).contains(column)
                                || more.contains(relation.name() + "." + column));
    }

    /** Keeps the columns that a predicate chooses, given their table and name. */
    public static AllowList listed(Catalog catalog, BiPredicate<Relation, String> keeps) {
        String json = catalog.relations().stream()
                .filter(KeysOnly::canBeListed)
                .map(r -> quoted(r.name().toString()) + ": "
                        + columns(r)
                                .filter(c -> keeps.test(r, c))
                                .map(KeysOnly::quoted)
                                .toList())
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
        return AllowList.parse(json, "generated.json");
    }

    private static boolean canBeListed(Relation relation) {
        return List.of(Relation.Kind.TABLE, Relation.Kind.PARTITIONED_TABLE).contains(relation.kind())
                && relation.partitionOf().isEmpty()
                && relation.extension().isEmpty();
    }

    private static Stream<String> columns(Relation relation) {
        return relation.columns().stream().map(c -> c.name());
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars()
                .forEach(c -> json.append(
                        c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", c) : Character.toString(c)));
        return json.append('"').toString();
    }
}
