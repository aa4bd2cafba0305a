package dev.sanitiser.torture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * An allow list for a random database.
 *
 * @param json its text
 * @param kept what it keeps, by table
 */
record RandomAllowList(String rule, String json, Map<Table, Set<String>> kept) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static RandomAllowList make(Dice dice, List<Table> tables) {
        Map<String, BiPredicate<Table, Column>> rules = new LinkedHashMap<>();
        rules.put("nothing kept", (t, c) -> false);
        rules.put("everything kept", (t, c) -> true);
        rules.put("some columns kept", (t, c) -> dice.chance(0.5));
        rules.put("few columns kept", (t, c) -> dice.chance(0.2));
        rules.put("keys kept", (t, c) -> isKey(tables, t, c));
        rules.put("everything kept but text", (t, c) -> !c.flavour().is(Flavour.Trait.TEXT));
        rules.put("only references kept", (t, c) -> isReference(t, c));
        rules.put("everything kept but keys", (t, c) -> !isKey(tables, t, c));
        String rule = dice.pick(List.copyOf(rules.keySet()));
        BiPredicate<Table, Column> keeps = rules.getOrDefault(rule, (t, c) -> false);
        return new Writer(dice, keeps).write(rule, tables);
    }

    private static boolean isReference(Table table, Column column) {
        return table.foreignKeys().stream().anyMatch(k -> k.columns().contains(column.name()));
    }

    private static boolean isKey(List<Table> tables, Table table, Column column) {
        boolean isReferenced = tables.stream()
                .flatMap(t -> t.foreignKeys().stream())
                .anyMatch(k -> k.target() == table && k.targetColumns().contains(column.name()));
        boolean isPrimary = !table.keys().isEmpty() && table.keys().get(0).contains(column.name());
        return isReference(table, column) || isReferenced || isPrimary;
    }

    /** Writes one list. */
    private record Writer(Dice dice, BiPredicate<Table, Column> keeps) {

        RandomAllowList write(String rule, List<Table> tables) {
            Map<String, Object> list = new LinkedHashMap<>();
            Map<Table, Set<String>> kept = new LinkedHashMap<>();
            String unlisted = dice.pick(List.of("structure", "fake", "fake"));
            list.put("$options", Map.of("unlisted", unlisted));
            for (Table table : tables) {
                if (kept.isEmpty() || !dice.chance(0.07)) {
                    list.put(key(table), entry(table, kept));
                }
            }
            try {
                return new RandomAllowList(rule, JSON.writeValueAsString(list), kept);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private Object entry(Table table, Map<Table, Set<String>> kept) {
            Set<String> columns = new LinkedHashSet<>();
            table.columns().stream().filter(c -> keeps.test(table, c)).forEach(c -> columns.add(c.name()));
            kept.put(table, columns);
            if (dice.chance(0.05)) {
                columns.clear();
                return Map.of("rows", "none");
            }
            Map<String, Object> fakes = fakes(table, columns);
            List<String> keep = new ArrayList<>(columns);
            keep.addAll(paths(table, columns, fakes.keySet()));
            return fakes.isEmpty() ? keep : Map.of("keep", keep, "fake", fakes);
        }

        /** The first mark of a document stands at its name. */
        private List<String> paths(Table table, Set<String> kept, Set<String> faked) {
            List<String> paths = new ArrayList<>();
            for (Column column : table.storedColumns()) {
                boolean isDocument = column.flavour().type().startsWith("json")
                        && !column.flavour().type().equals("jsonpath");
                boolean isFree = !kept.contains(column.name()) && !faked.contains(column.name());
                if (isDocument && isFree && dice.chance(0.3)) {
                    paths.add(Sql.name(column.name()) + ".name");
                    paths.add(Sql.name(column.name()) + ".of.theme");
                }
            }
            return paths;
        }

        /** What a user would name for a column; that it does not fit the column's constraints is well possible. */
        private Map<String, Object> fakes(Table table, Set<String> columns) {
            Map<String, Object> fakes = new LinkedHashMap<>();
            for (Column column : table.storedColumns()) {
                if (!columns.contains(column.name()) && !isReference(table, column) && dice.chance(0.08)) {
                    fakes.put(column.name(), dice.pick(generators(column)));
                }
            }
            return fakes;
        }

        private static List<Object> generators(Column column) {
            List<Object> all = new ArrayList<>(List.of("auto"));
            if (!column.notNull()) {
                all.add("null");
            }
            switch (column.flavour().type()) {
                case "text" -> all.addAll(List.of("email", "word", "sentence", Map.of("as", "text", "maxLength", 30)));
                case "int4", "int8" -> all.add(Map.of("as", "integer", "min", 1, "max", 500_000));
                case "date" -> all.add("date");
                case "timestamptz" -> all.add("timestamp");
                case "uuid" -> all.add("uuid");
                default -> {}
            }
            return all;
        }

        private static String key(Table table) {
            return part(table.schema()) + "." + part(table.name());
        }

        private static String part(String name) {
            boolean isOdd = name.contains(".") || name.contains("\"") || name.startsWith("$");
            return isOdd ? Sql.name(name) : name;
        }
    }
}
