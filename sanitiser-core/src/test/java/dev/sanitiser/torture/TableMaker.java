package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.NUMBER;
import static dev.sanitiser.torture.Flavour.Trait.ORDERED;
import static dev.sanitiser.torture.Flavour.Trait.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes tables with columns of every kind, keys and constraints; they are empty. */
final class TableMaker {

    private static final List<String> INTEGERS = List.of("int4", "int8", "int2");

    private final Dice dice;
    private final Workbench workbench;
    private final List<Flavour> flavours;
    private final Names names;
    private final List<String> schemas;

    TableMaker(Dice dice, Workbench workbench, List<Flavour> flavours, Names names, List<String> schemas) {
        this.dice = dice;
        this.workbench = workbench;
        this.flavours = flavours;
        this.names = names;
        this.schemas = schemas;
    }

    Table make(List<Table> earlier) {
        List<Table> parents =
                earlier.stream().filter(t -> t.partitionKey().isEmpty()).toList();
        boolean inherits = !parents.isEmpty() && dice.chance(0.06);
        Optional<Table> parent = inherits ? Optional.of(dice.pick(parents)) : Optional.empty();
        Table table = new Table(dice.pick(schemas), names.table(), parent);
        Names columnNames = names.fresh();
        table.columns().forEach(c -> columnNames.free(c.name()));
        List<Column> inherited = List.copyOf(table.columns());
        Optional<PartitionMaker> partitions = !inherits && dice.chance(0.2)
                ? Optional.of(new PartitionMaker(dice, workbench, table, columnNames))
                : Optional.empty();

        List<String> key = addKeyColumns(table, columnNames);
        ReferenceMaker references = new ReferenceMaker(dice, workbench, table, columnNames);
        references.plan(earlier, key);
        addOtherColumns(table, columnNames);
        List<Column> own = new ArrayList<>(table.columns());
        own.removeAll(inherited);
        List<Column> shuffled = dice.some(own, own.size());
        table.columns().removeAll(own);
        table.columns().addAll(shuffled);

        create(table, shuffled, partitions);
        addPrimaryKey(table, key, references);
        CheckMaker checks = new CheckMaker(dice, workbench, table);
        checks.addToColumns();
        checks.addToPairs();
        new UniqueMaker(dice, workbench, table).add();
        references.create();
        return table;
    }

    private List<String> addKeyColumns(Table table, Names columnNames) {
        boolean partitioned = !table.partitionKey().isEmpty();
        int base = dice.chance(0.1) ? 2_000_000_000 : dice.between(0, 5_000);
        Flavour serial =
                Flavour.of(dice.pick(INTEGERS.subList(0, 2)), (d, row) -> Cell.of(base + row), KEY, NUMBER, ORDERED);
        String identity = dice.pick(List.of("ALWAYS", "BY DEFAULT"));
        int style = dice.between(0, 9);
        if (style <= 3 || (style == 4 && !partitioned)) {
            String clause = partitioned || style == 0 ? "" : "GENERATED " + identity + " AS IDENTITY";
            return List.of(added(table, new Column(columnNames.free("id"), serial, true, clause)));
        }
        return switch (style) {
            case 5 -> List.of(added(table, Column.ofNotNull(columnNames.free("id"), OtherFlavours.uuids())));
            case 6, 7 -> List.of(added(table, Column.ofNotNull(columnNames.column(), someText())));
            case 8 ->
                List.of(
                        added(table, Column.ofNotNull(columnNames.column(), someKey())),
                        added(table, Column.ofNotNull(columnNames.column(), someKey())));
            default -> List.of();
        };
    }

    private static String added(Table table, Column column) {
        table.columns().add(column);
        return column.name();
    }

    private Flavour someText() {
        return dice.pick(flavours.stream()
                .filter(f -> f.is(TEXT) && f.labels().isEmpty())
                .toList());
    }

    private Flavour someKey() {
        return dice.pick(flavours.stream().filter(f -> f.is(KEY)).toList());
    }

    private void addOtherColumns(Table table, Names columnNames) {
        int count = dice.between(1, 7);
        for (int i = 0; i < count; i++) {
            boolean again = dice.chance(0.3) && !table.columns().isEmpty();
            Flavour flavour = again
                    ? dice.pick(table.columns().stream().map(Column::flavour).toList())
                    : dice.pick(flavours);
            boolean notNull = dice.chance(0.4);
            table.columns().add(new Column(columnNames.column(), flavour, notNull, ""));
        }
        if (dice.chance(0.15)) {
            addGenerated(table, columnNames);
        }
    }

    private void addGenerated(Table table, Names columnNames) {
        List<Column> sources = table.columns().stream()
                .filter(c -> (c.flavour().is(TEXT) && !c.flavour().type().contains("."))
                        || c.flavour().is(NUMBER))
                .filter(c -> !c.isGenerated()
                        && !List.of("money", "oid").contains(c.flavour().type()))
                .toList();
        if (!sources.isEmpty()) {
            Column source = dice.pick(sources);
            boolean text = source.flavour().is(TEXT);
            String expression = text ? "upper(%s::text)" : "%s * 2 + 1";
            table.columns()
                    .add(new Column(
                            columnNames.free("computed"),
                            Flavour.of(text ? "text" : "numeric", (d, row) -> Cell.NULL, KEY),
                            false,
                            "GENERATED ALWAYS AS (" + expression.formatted(Sql.name(source.name())) + ") STORED"));
        }
    }

    private void create(Table table, List<Column> own, Optional<PartitionMaker> partitions) {
        String columns = String.join(", ", own.stream().map(Column::ddl).toList());
        String inherits =
                table.inheritsFrom().map(t -> " INHERITS (" + t.sqlName() + ")").orElse("");
        workbench.run("CREATE TABLE " + table.sqlName() + " (" + columns + ")" + inherits
                + partitions.map(p -> " " + p.clause()).orElse(""));
        partitions.ifPresent(PartitionMaker::createPartitions);
    }

    /** A table may have its foreign key as its primary key: one to one. */
    private void addPrimaryKey(Table table, List<String> key, ReferenceMaker references) {
        List<String> columns = new ArrayList<>(key.isEmpty() ? references.columnsForKey() : key);
        if (columns.isEmpty()) {
            return;
        }
        table.partitionKey().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
        if (workbench.attempt("ALTER TABLE " + table.sqlName() + " ADD PRIMARY KEY (" + Sql.names(columns) + ")")) {
            table.keys().add(List.copyOf(columns));
        }
    }
}
