package dev.sanitiser.torture;

import dev.sanitiser.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database that a seed describes.
 *
 * @param script makes it again
 */
record RandomDatabase(List<Table> tables, String script) {

    /** Fills an empty database. */
    static RandomDatabase make(Dice dice, TestDatabase database) throws SQLException {
        try (Workbench workbench = new Workbench(database)) {
            Names names = new Names(dice, dice.chance(0.15) ? 0.5 : 0);
            List<Table> tables = tables(dice, workbench, names);
            RowMaker rows = new RowMaker(dice, workbench);
            tables.forEach(rows::fill);
            tables.forEach(rows::referBack);
            views(dice, workbench, names, tables);
            return new RandomDatabase(List.copyOf(tables), workbench.script());
        }
    }

    private static List<Table> tables(Dice dice, Workbench workbench, Names names) {
        List<String> schemas = schemas(dice, workbench, names);
        List<Flavour> flavours = Stream.of(
                        NumberFlavours.all(),
                        TextFlavours.all(),
                        TimeFlavours.all(),
                        OtherFlavours.all(),
                        CompoundFlavours.all(),
                        UserTypes.make(workbench, dice, dice.pick(schemas)))
                .flatMap(List::stream)
                .toList();
        TableMaker maker = new TableMaker(dice, workbench, flavours, names, schemas);
        List<Table> tables = new ArrayList<>();
        int count = dice.between(2, 8);
        while (tables.size() < count) {
            tables.add(maker.make(tables));
        }
        closeCycle(dice, workbench, tables);
        return tables;
    }

    private static List<String> schemas(Dice dice, Workbench workbench, Names names) {
        if (dice.chance(0.3)) {
            String other = names.schema();
            workbench.run("CREATE SCHEMA " + Sql.name(other));
            return List.of("public", "public", other);
        }
        return List.of("public");
    }

    private static void closeCycle(Dice dice, Workbench workbench, List<Table> tables) {
        List<Table> later =
                tables.stream().skip(1).filter(t -> !t.keys().isEmpty()).toList();
        if (dice.chance(0.25) && !later.isEmpty()) {
            Table to = dice.pick(later);
            Table from = tables.get(dice.between(0, tables.indexOf(to) - 1));
            boolean isInherited = tables.stream()
                    .anyMatch(t -> t.inheritsFrom().filter(p -> p == from).isPresent());
            if (!isInherited) {
                ReferenceMaker.closeCycle(workbench, dice, from, to);
            }
        }
    }

    private static void views(Dice dice, Workbench workbench, Names names, List<Table> tables) {
        if (dice.chance(0.3)) {
            Table table = dice.pick(tables);
            String columns =
                    Sql.names(table.columns().stream().map(Column::name).toList());
            String name = "public." + Sql.name(names.free("shown"));
            boolean materialised = dice.chance(0.5);
            workbench.run("CREATE " + (materialised ? "MATERIALIZED VIEW " : "VIEW ") + name + " AS SELECT " + columns
                    + " FROM " + table.sqlName());
            if (materialised && !table.keys().isEmpty() && dice.chance(0.5)) {
                workbench.attempt("CREATE UNIQUE INDEX ON " + name + " ("
                        + Sql.names(table.keys().get(0)) + ")");
            }
        }
    }
}
