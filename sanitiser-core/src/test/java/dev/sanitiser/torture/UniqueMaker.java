package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.BOOLEAN;
import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.NUMBER;
import static dev.sanitiser.torture.Flavour.Trait.OVERLAPS;
import static dev.sanitiser.torture.Flavour.Trait.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Unique constraints, unique indexes and exclusion constraints. */
final class UniqueMaker {

    private final Dice dice;
    private final Workbench workbench;
    private final Table table;

    UniqueMaker(Dice dice, Workbench workbench, Table table) {
        this.dice = dice;
        this.workbench = workbench;
        this.table = table;
    }

    void add() {
        int count = dice.chance(0.5) ? dice.between(1, 2) : 0;
        for (int i = 0; i < count; i++) {
            dice.pick(List.<Runnable>of(this::constraint, this::constraint, this::partial, this::expression))
                    .run();
        }
        if (dice.chance(0.3)) {
            exclusion();
        }
    }

    private List<String> keyColumns() {
        List<String> candidates = table.columns().stream()
                .filter(c -> c.flavour().is(KEY))
                .map(Column::name)
                .toList();
        List<String> picked = new ArrayList<>(dice.some(candidates, dice.chance(0.5) ? 1 : dice.between(2, 3)));
        table.partitionKey().stream().filter(c -> !picked.contains(c)).forEach(picked::add);
        return picked;
    }

    private void constraint() {
        List<String> columns = keyColumns();
        String nulls = dice.chance(0.2) ? " NULLS NOT DISTINCT" : "";
        String deferrable = dice.chance(0.1) ? " DEFERRABLE INITIALLY DEFERRED" : "";
        boolean added = !columns.isEmpty()
                && workbench.attempt("ALTER TABLE " + table.sqlName() + " ADD UNIQUE" + nulls + " ("
                        + Sql.names(columns) + ")" + deferrable);
        boolean isComputed = table.columns().stream().anyMatch(c -> c.isGenerated() && columns.contains(c.name()));
        if (added && !isComputed && deferrable.isEmpty()) {
            table.keys().add(List.copyOf(columns));
        }
    }

    private void partial() {
        List<String> predicates =
                table.columns().stream().flatMap(c -> predicates(c).stream()).toList();
        List<String> columns = keyColumns();
        if (!columns.isEmpty() && !predicates.isEmpty()) {
            index(Sql.names(columns), " WHERE " + dice.pick(predicates));
        }
    }

    private static List<String> predicates(Column column) {
        String name = Sql.name(column.name());
        List<String> all = new ArrayList<>();
        if (!column.notNull()) {
            all.addAll(List.of(name + " IS NULL", name + " IS NOT NULL"));
        }
        if (column.flavour().is(BOOLEAN)) {
            all.addAll(List.of(name, "NOT " + name));
        }
        column.flavour().labels().forEach(l -> all.add(name + " = " + Sql.literal(l)));
        if (column.flavour().is(NUMBER) && !column.flavour().type().equals("money")) {
            all.add(name + " > 10");
        }
        return all;
    }

    private void expression() {
        List<String> expressions = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = Sql.name(column.name());
            if (column.flavour().is(TEXT)) {
                expressions.addAll(List.of(
                        "lower(" + name + ")",
                        "md5(" + name + "::text)",
                        "COALESCE(" + name + ", 'none')",
                        "btrim(" + name + ")",
                        "(" + name + " || 'x')",
                        "substr(" + name + ", 1, 9)"));
            } else if (column.flavour().type().equals("jsonb")) {
                expressions.add("(" + name + " ->> 'name')");
            } else if (column.flavour().is(NUMBER)) {
                expressions.addAll(List.of("COALESCE(" + name + ", 0)", "abs(" + name + ")", "(" + name + " + 1)"));
            }
        }
        if (!expressions.isEmpty()) {
            String second = dice.chance(0.3) && !keyColumns().isEmpty()
                    ? ", " + Sql.name(keyColumns().get(0))
                    : "";
            index(dice.pick(expressions) + second, "");
        }
    }

    private void index(String keys, String rest) {
        boolean nullsNotDistinct = rest.isEmpty() && dice.chance(0.1);
        workbench.attempt("CREATE UNIQUE INDEX ON " + table.sqlName() + " (" + keys + ")"
                + (nullsNotDistinct ? " NULLS NOT DISTINCT" : "") + rest);
    }

    private void exclusion() {
        List<Column> overlapping =
                table.columns().stream().filter(c -> c.flavour().is(OVERLAPS)).collect(Collectors.toList());
        if (!overlapping.isEmpty()) {
            String where = dice.chance(0.2)
                    ? " WHERE (" + Sql.name(table.columns().get(0).name()) + " IS NOT NULL)"
                    : "";
            workbench.attempt("ALTER TABLE " + table.sqlName() + " ADD EXCLUDE USING gist ("
                    + Sql.name(dice.pick(overlapping).name()) + " WITH &&)" + where);
        } else if (dice.chance(0.2)) {
            List<String> columns = keyColumns();
            if (columns.size() == 1) {
                workbench.attempt("ALTER TABLE " + table.sqlName() + " ADD EXCLUDE USING btree (" + Sql.names(columns)
                        + " WITH =)");
            }
        }
    }
}
