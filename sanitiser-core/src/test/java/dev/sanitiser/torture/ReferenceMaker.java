package dev.sanitiser.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Foreign keys of every shape: simple, composite, to itself, deferrable, one to one, sharing a column. */
final class ReferenceMaker {

    private static final List<String> OPTIONS = List.of(
            "",
            "",
            "",
            " ON DELETE CASCADE",
            " ON DELETE SET NULL",
            " DEFERRABLE INITIALLY DEFERRED",
            " DEFERRABLE",
            " NOT VALID");

    private final Dice dice;
    private final Workbench workbench;
    private final Table table;
    private final Names names;
    private final List<ForeignKey> planned = new ArrayList<>();

    /** @param names of the table's columns */
    ReferenceMaker(Dice dice, Workbench workbench, Table table, Names names) {
        this.dice = dice;
        this.workbench = workbench;
        this.table = table;
        this.names = names;
    }

    /**
     * Adds columns for some foreign keys.
     *
     * @param ownKey the primary key that the table will have
     */
    void plan(List<Table> earlier, List<String> ownKey) {
        List<Table> targets = earlier.stream().filter(t -> !t.keys().isEmpty()).toList();
        int count = targets.isEmpty() ? 0 : dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            Table target = dice.pick(targets);
            plan(target, dice.chance(0.6) ? target.keys().get(0) : dice.pick(target.keys()));
        }
        boolean canReferToItself = !ownKey.isEmpty() && table.inheritsFrom().isEmpty();
        if (canReferToItself && dice.chance(0.15)) {
            List<String> key = new ArrayList<>(ownKey);
            table.partitionKey().stream().filter(c -> !key.contains(c)).forEach(key::add);
            if (key.stream()
                    .allMatch(
                            k -> table.columns().stream().anyMatch(c -> c.name().equals(k)))) {
                plan(table, key);
            }
        }
    }

    private void plan(Table target, List<String> key) {
        boolean notNull = dice.chance(0.4);
        List<String> columns = new ArrayList<>();
        for (String targetColumn : key) {
            Column referenced = target.column(targetColumn);
            Optional<String> shared = shared(referenced, columns);
            columns.add(shared.orElseGet(() -> added(target, referenced, notNull)));
        }
        planned.add(new ForeignKey(target, columns, key));
    }

    private Optional<String> shared(Column referenced, List<String> used) {
        List<String> candidates = planned.stream()
                .flatMap(f -> f.columns().stream())
                .filter(c -> !used.contains(c))
                .filter(c -> table.column(c)
                        .flavour()
                        .family()
                        .equals(referenced.flavour().family()))
                .toList();
        return candidates.isEmpty() || dice.chance(0.5) ? Optional.empty() : Optional.of(dice.pick(candidates));
    }

    private String added(Table target, Column referenced, boolean notNull) {
        String name = names.free(target.name() + "_" + referenced.name());
        String type = type(referenced.flavour().type());
        boolean thisNotNull = dice.chance(0.1) != notNull;
        table.columns().add(new Column(name, referenced.flavour().withType(type), thisNotNull, ""));
        return name;
    }

    /** Types may differ along a key. */
    private String type(String referenced) {
        if (!dice.chance(0.25)) {
            return referenced;
        }
        if (referenced.startsWith("varchar")) {
            return "text";
        }
        return switch (referenced) {
            case "int2" -> "int4";
            case "int4" -> "int8";
            case "text" -> "varchar(80)";
            default -> referenced;
        };
    }

    List<String> columnsForKey() {
        return planned.isEmpty() ? List.of() : planned.get(0).columns();
    }

    void create() {
        for (ForeignKey key : planned) {
            if (dice.chance(0.15)) {
                workbench.attempt("ALTER TABLE " + table.sqlName() + " ADD UNIQUE (" + Sql.names(key.columns()) + ")");
            }
            create(workbench, dice, table, key);
        }
    }

    /** Adds a nullable column to an earlier table that refers to a later one. */
    static void closeCycle(Workbench workbench, Dice dice, Table from, Table to) {
        List<String> key = to.keys().get(0);
        boolean taken = from.columns().stream().anyMatch(c -> c.name().equals("back"));
        if (key.size() == 1 && !taken && from.inheritsFrom().isEmpty()) {
            Column column = Column.of("back", to.column(key.get(0)).flavour());
            workbench.run("ALTER TABLE " + from.sqlName() + " ADD COLUMN " + column.ddl());
            from.columns().add(column);
            create(workbench, dice, from, new ForeignKey(to, List.of("back"), key));
        }
    }

    private static void create(Workbench workbench, Dice dice, Table table, ForeignKey key) {
        String matchFull = dice.chance(key.columns().size() > 1 ? 0.25 : 0.05) ? " MATCH FULL" : "";
        boolean created = workbench.attempt("ALTER TABLE " + table.sqlName() + " ADD FOREIGN KEY ("
                + Sql.names(key.columns()) + ") REFERENCES " + key.target().sqlName() + " ("
                + Sql.names(key.targetColumns()) + ")" + matchFull + dice.pick(OPTIONS));
        if (created) {
            table.foreignKeys().add(key);
        }
    }
}
