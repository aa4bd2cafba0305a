package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.NUMBER;

import java.util.List;

/** Divides a table in partitions: by list, range or hash, by expressions, in two levels, with a default or without. */
final class PartitionMaker {

    private static final Flavour HUNDREDS = Flavour.of("int4", (d, row) -> Cell.of(d.between(0, 399)), KEY, NUMBER);
    private static final Flavour REGION =
            Flavour.of("text", (d, row) -> Cell.NULL, KEY).labelled(List.of("north", "south", "east", "west"));
    /** 2021-06-05 to 2024-12-31. */
    private static final Flavour DAY = TimeFlavours.dates(6_000, 7_304);

    private final Dice dice;
    private final Workbench workbench;
    private final Table table;
    private final Names names;
    private String clause = "";
    private Runnable partitions = () -> {};

    /** @param names of the table's columns */
    PartitionMaker(Dice dice, Workbench workbench, Table table, Names names) {
        this.dice = dice;
        this.workbench = workbench;
        this.table = table;
        this.names = names;
        dice.pick(List.<Runnable>of(this::byList, this::byRange, this::byDay, this::byHash, this::byExpression))
                .run();
    }

    /** What follows the columns in CREATE TABLE. */
    String clause() {
        return clause;
    }

    void createPartitions() {
        partitions.run();
    }

    private void byList() {
        String column = column("region", REGION);
        clause = "PARTITION BY LIST (" + column + ")";
        partitions = () -> {
            child(table.name(), "ns", "FOR VALUES IN ('north', 'south'" + (dice.chance(0.5) ? ", NULL)" : ")"), "");
            child(table.name(), "e", "FOR VALUES IN ('east')", "");
            maybeDefault(table.name(), "FOR VALUES IN ('west')");
        };
    }

    private void byRange() {
        String column = column("bucket", HUNDREDS);
        clause = "PARTITION BY RANGE (" + column + ")";
        partitions = () -> {
            child(table.name(), "1", "FOR VALUES FROM (0) TO (100)", "");
            child(table.name(), "2", "FOR VALUES FROM (100) TO (300)", "");
            maybeDefault(table.name(), "FOR VALUES FROM (300) TO (MAXVALUE)");
        };
    }

    private void byDay() {
        String column = column("day", DAY);
        boolean inTwoLevels = dice.chance(0.5);
        String second = inTwoLevels ? column("region", REGION) : "";
        clause = "PARTITION BY RANGE (" + column + ")";
        partitions = () -> {
            String sub = inTwoLevels ? " PARTITION BY LIST (" + second + ")" : "";
            String early = child(table.name(), "early", "FOR VALUES FROM (MINVALUE) TO ('2023-01-01')", sub);
            child(table.name(), "2023", "FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')", "");
            maybeDefault(table.name(), "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
            if (inTwoLevels) {
                child(early, "n", "FOR VALUES IN ('north', 'west')", "");
                maybeDefault(early, "FOR VALUES IN ('south', 'east')");
            }
        };
    }

    private void byHash() {
        String column = column("shard", dice.pick(List.of(HUNDREDS, OtherFlavours.uuids(), REGION)));
        int modulus = dice.between(2, 4);
        clause = "PARTITION BY HASH (" + column + ")";
        partitions = () -> {
            for (int i = 0; i < modulus; i++) {
                child(table.name(), "h" + i, "FOR VALUES WITH (MODULUS " + modulus + ", REMAINDER " + i + ")", "");
            }
        };
    }

    private void byExpression() {
        String name = names.free("measure");
        table.columns().add(Column.of(name, HUNDREDS));
        clause = "PARTITION BY LIST ((" + Sql.name(name) + " % 3))";
        table.partitionKey().add("an expression, which no unique constraint can hold");
        partitions = () -> {
            child(table.name(), "0", "FOR VALUES IN (0)", "");
            maybeDefault(table.name(), "FOR VALUES IN (1, 2)");
        };
    }

    private String column(String wanted, Flavour flavour) {
        String name = names.free(wanted);
        table.columns().add(Column.of(name, flavour));
        table.partitionKey().add(name);
        return Sql.name(name);
    }

    private void maybeDefault(String parent, String otherwise) {
        child(parent, "rest", dice.chance(0.5) ? "DEFAULT" : otherwise, "");
    }

    private String child(String parent, String suffix, String bounds, String sub) {
        String name = parent + "_" + suffix;
        workbench.run("CREATE TABLE " + Sql.name(table.schema()) + "." + Sql.name(name) + " PARTITION OF "
                + Sql.name(table.schema()) + "." + Sql.name(parent) + " " + bounds + sub);
        return name;
    }
}
