package dev.sanitiser.draft;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.UniqueIndex;
import dev.sanitiser.draft.References.ColumnOf;
import dev.sanitiser.fake.NameWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the key that a column is named after: {@code customer_id} after the key of {@code customers}. */
final class TablesByName {

    private final Map<List<String>, List<Relation>> byWords = new HashMap<>();

    TablesByName(Catalog catalog) {
        for (Relation relation : catalog.relations()) {
            if (relation.kind() == Relation.Kind.TABLE && relation.partitionOf().isEmpty()) {
                byWords.computeIfAbsent(singular(words(relation.name().name())), w -> new ArrayList<>())
                        .add(relation);
            }
        }
    }

    /**
     * @return the key of the table whose name is the longest end of the column's; of its own schema if there are more
     */
    Optional<ColumnOf> keyNamedBy(ColumnOf column) {
        if (!Breadth.isNamedAsKey(column.column().name())) {
            return Optional.empty();
        }
        List<String> words = words(column.column().name());
        List<String> owner = singular(words.subList(0, words.size() - 1));
        for (int from = 0; from < owner.size(); from++) {
            Optional<ColumnOf> key = nearest(byWords.getOrDefault(owner.subList(from, owner.size()), List.of()), column)
                    .flatMap(TablesByName::key)
                    .filter(k -> sameFamily(k.column(), column.column()));
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    private static Optional<Relation> nearest(List<Relation> tables, ColumnOf column) {
        String schema = column.table().name().schema();
        return tables.stream()
                .filter(t -> t.name().schema().equals(schema))
                .findFirst()
                .or(() -> tables.size() == 1 ? Optional.of(tables.get(0)) : Optional.empty());
    }

    private static Optional<ColumnOf> key(Relation table) {
        return table.uniqueIndexes().stream()
                .filter(UniqueIndex::primary)
                .filter(index -> index.keys().size() == 1)
                .map(index -> new ColumnOf(table, table.column(index.keys().get(0))))
                .findFirst();
    }

    private static boolean sameFamily(Column one, Column other) {
        TypeFamily family = TypeFamily.of(one.type().type());
        return family == TypeFamily.of(other.type().type())
                && (family == TypeFamily.INTEGER || family == TypeFamily.UUID);
    }

    private static List<String> words(String name) {
        return PersonalRules.standard().words(name);
    }

    private static List<String> singular(List<String> words) {
        List<String> singular = new ArrayList<>(words);
        if (!singular.isEmpty()) {
            singular.set(singular.size() - 1, NameWords.singular(singular.get(singular.size() - 1)));
        }
        return List.copyOf(singular);
    }
}
