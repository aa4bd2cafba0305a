package dev.sanitiser.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills tables with random rows; those that a constraint refuses are left out. */
final class RowMaker {

    private static final int BATCH = 25;

    private final Dice dice;
    private final Workbench workbench;

    RowMaker(Dice dice, Workbench workbench) {
        this.dice = dice;
        this.workbench = workbench;
    }

    void fill(Table table) {
        int wanted = rowCount();
        int row = 0;
        int disappointments = 0;
        while (table.rows().size() < wanted && disappointments < 3) {
            List<Map<String, Cell>> rows = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, wanted); i++) {
                rows.add(row(table, ++row));
            }
            disappointments += insert(table, rows) == 0 ? 1 : 0;
        }
    }

    private int rowCount() {
        if (dice.chance(0.12)) {
            return dice.between(0, 1);
        }
        return dice.chance(0.15) ? dice.between(100, 300) : dice.between(2, 60);
    }

    private int insert(Table table, List<Map<String, Cell>> rows) {
        List<Boolean> done =
                workbench.attemptAll(rows.stream().map(r -> insertion(table, r)).toList());
        int accepted = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (done.get(i)) {
                table.rows().add(rows.get(i));
                accepted++;
            }
        }
        return accepted;
    }

    private static String insertion(Table table, Map<String, Cell> row) {
        List<String> columns = List.copyOf(row.keySet());
        return columns.isEmpty()
                ? "INSERT INTO " + table.sqlName() + " DEFAULT VALUES"
                : "INSERT INTO " + table.sqlName() + " (" + Sql.names(columns) + ") OVERRIDING SYSTEM VALUE VALUES ("
                        + columns.stream().map(c -> cell(row, c).literal()).collect(Collectors.joining(", ")) + ")";
    }

    private static Cell cell(Map<String, Cell> row, String column) {
        return row.getOrDefault(column, Cell.NULL);
    }

    private Map<String, Cell> row(Table table, int number) {
        Map<String, Cell> row = new HashMap<>();
        table.foreignKeys().stream().filter(k -> k.target() != table).forEach(k -> refer(table, k, row));
        for (Column column : table.storedColumns()) {
            boolean isNull = !column.notNull() && dice.chance(0.2);
            boolean isReferring =
                    table.foreignKeys().stream().anyMatch(k -> k.columns().contains(column.name()));
            if (!isReferring) {
                row.put(
                        column.name(),
                        isNull ? Cell.NULL : column.flavour().values().next(dice, number));
            }
        }
        table.foreignKeys().stream().filter(k -> k.target() == table).forEach(k -> refer(table, k, row));
        return row;
    }

    /** NULL sometimes, otherwise a key that agrees with what other foreign keys have chosen. */
    private void refer(Table table, ForeignKey key, Map<String, Cell> row) {
        List<String> free =
                key.columns().stream().filter(c -> !row.containsKey(c)).toList();
        boolean nullable = free.stream().anyMatch(c -> !table.column(c).notNull());
        List<Map<String, Cell>> possible = nullable && dice.chance(0.2) ? List.of() : agreeing(key, row);
        if (!possible.isEmpty()) {
            Map<String, Cell> target = dice.pick(possible);
            for (int i = 0; i < key.columns().size(); i++) {
                row.putIfAbsent(
                        key.columns().get(i), cell(target, key.targetColumns().get(i)));
            }
        } else if (key.target() == table) {
            for (int i = 0; i < key.columns().size(); i++) {
                row.putIfAbsent(
                        key.columns().get(i), cell(row, key.targetColumns().get(i)));
            }
        } else {
            free.forEach(c -> row.put(c, Cell.NULL));
        }
    }

    private static List<Map<String, Cell>> agreeing(ForeignKey key, Map<String, Cell> row) {
        return key.target().rows().stream()
                .filter(r ->
                        key.targetColumns().stream().noneMatch(c -> cell(r, c).isNull()))
                .filter(r -> agrees(key, row, r))
                .toList();
    }

    private static boolean agrees(ForeignKey key, Map<String, Cell> row, Map<String, Cell> target) {
        for (int i = 0; i < key.columns().size(); i++) {
            Cell chosen = row.get(key.columns().get(i));
            if (chosen != null
                    && !chosen.equals(cell(target, key.targetColumns().get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Gives the rows of a table values for the columns that refer to a table filled later. */
    void referBack(Table table) {
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().equals(List.of("back")) && !key.target().rows().isEmpty()) {
                workbench.attemptAll(
                        table.rows().stream().map(r -> update(table, key, r)).toList());
            }
        }
    }

    private String update(Table table, ForeignKey key, Map<String, Cell> row) {
        Cell value = cell(dice.pick(key.target().rows()), key.targetColumns().get(0));
        row.put("back", value);
        List<String> identity =
                table.keys().isEmpty() ? List.of() : table.keys().get(0);
        String where = identity.stream()
                .map(c -> Sql.name(c) + " = " + cell(row, c).literal())
                .collect(Collectors.joining(" AND "));
        return "UPDATE " + table.sqlName() + " SET \"back\" = " + value.literal()
                + (where.isEmpty() ? "" : " WHERE " + where);
    }
}
