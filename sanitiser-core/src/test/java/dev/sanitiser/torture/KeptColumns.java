package dev.sanitiser.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Occurrences;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a list keeps must be in the copy, and nothing else of the source. */
final class KeptColumns {

    private static final int SHORTEST_MARK = 8;

    private final RandomDatabase database;
    private final RandomAllowList allowList;
    private final Map<String, Map<String, String>> treatments = new HashMap<>();

    KeptColumns(RandomDatabase database, RandomAllowList allowList, SanitisationPlan plan, TestDatabase source) {
        this.database = database;
        this.allowList = allowList;
        Map<String, String> roots = rootsOf(source);
        for (TablePlan table : plan.copiedTables()) {
            Map<String, String> labels = table.columns().stream()
                    .collect(Collectors.toMap(
                            c -> c.column().name(),
                            (ColumnPlan c) -> c.treatment().label()));
            String name = table.name().schema() + "|" + table.name().name();
            treatments.put(roots.getOrDefault(name, name), labels);
        }
    }

    /** By the names of partitions. */
    private static Map<String, String> rootsOf(TestDatabase source) {
        List<String> names = source.query("SELECT pn.nspname, p.relname, rn.nspname, r.relname FROM pg_class AS p"
                + " JOIN pg_class AS r ON r.oid = pg_partition_root(p.oid)"
                + " JOIN pg_namespace AS pn ON pn.oid = p.relnamespace JOIN pg_namespace AS rn ON rn.oid = r.relnamespace"
                + " WHERE p.relispartition AND p.relkind = 'r'");
        return names.stream()
                .map(n -> n.split("\\|", -1))
                .collect(Collectors.toMap(n -> n[0] + "|" + n[1], n -> n[2] + "|" + n[3]));
    }

    /** The real value where the list says so, and only there; a key may be a pseudonym or NULL. */
    void checkTreatments() {
        for (Table table : database.tables()) {
            treatmentsOf(table).forEach((column, label) -> {
                boolean isListed = isListed(table, column);
                boolean isKey = isKey(table, column);
                List<String> possible = !isListed
                        ? List.of("fake", "reference", "null", "computed", "pseudonym", "paths")
                        : isKey ? List.of("keep", "pseudonym", "null", "computed") : List.of("keep", "computed");
                assertThat(possible).as("%s.%s", table.name(), column).contains(label);
            });
        }
    }

    private Map<String, String> treatmentsOf(Table table) {
        return treatments.getOrDefault(table.schema() + "|" + table.name(), Map.of());
    }

    private boolean isListed(Table table, String column) {
        return allowList.kept().getOrDefault(table, Set.of()).contains(column);
    }

    private boolean isKey(Table table, String column) {
        return database.tables().stream()
                        .flatMap(t -> t.foreignKeys().stream())
                        .anyMatch(k -> k.target() == table && k.targetColumns().contains(column))
                || table.foreignKeys().stream().anyMatch(k -> k.columns().contains(column));
    }

    /** Joins over kept references give the same counts, group by group. */
    void checkRelations(TestDatabase source, TestDatabase copy) {
        for (Table table : database.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (key.columns().stream().allMatch(c -> isListed(table, c)) && keepsRelation(table, key)) {
                    String groups = groups(table, key);
                    assertThat(copy.query(groups)).as(groups).isEqualTo(source.query(groups));
                }
            }
        }
    }

    private boolean keepsRelation(Table table, ForeignKey key) {
        Map<String, String> labels = treatmentsOf(table);
        return !treatmentsOf(key.target()).isEmpty()
                && !labels.isEmpty()
                && key.columns().stream().noneMatch(c -> "null".equals(labels.get(c)));
    }

    private static String groups(Table table, ForeignKey key) {
        String on = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "a." + Sql.name(key.columns().get(i)) + " = b."
                        + Sql.name(key.targetColumns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT size, count(*) FROM (SELECT count(*) AS size FROM "
                + (table.partitionKey().isEmpty() ? "ONLY " : "")
                + table.sqlName() + " AS a JOIN "
                + (key.target().partitionKey().isEmpty() ? "ONLY " : "")
                + key.target().sqlName() + " AS b ON " + on + " GROUP BY "
                + key.targetColumns().stream().map(c -> "b." + Sql.name(c)).collect(Collectors.joining(", "))
                + ") AS g GROUP BY size ORDER BY size";
    }

    /** Marks of values in columns that are not kept, if none of them also stands in a kept one. */
    Set<String> leaksIn(Path archive) {
        Set<String> real = marks("keep").collect(Collectors.toSet());
        database.tables()
                .forEach(t -> t.columns().forEach(c -> {
                    if ("paths".equals(treatmentsOf(t).get(c.name()))) {
                        t.rows()
                                .forEach(r -> name(r.getOrDefault(c.name(), Cell.NULL))
                                        .ifPresent(real::add));
                    }
                }));
        Set<String> secret = new HashSet<>();
        database.tables()
                .forEach(t -> t.columns().forEach(c -> {
                    if (!"keep".equals(treatmentsOf(t).get(c.name()))) {
                        marksOf(t, c.name()).forEach(secret::add);
                    }
                }));
        secret.removeAll(real);
        String script =
                CommandLine.run("pg_restore", "--file=-", archive.toString()).output();
        return Occurrences.of(secret, script);
    }

    /** What a list keeps of a document, if it keeps paths. */
    private static Optional<String> name(Cell document) {
        return document.text()
                .filter(t -> t.startsWith("{"))
                .map(t -> document.marks().get(0));
    }

    private Stream<String> marks(String label) {
        return database.tables().stream()
                .flatMap(t -> t.columns().stream()
                        .filter(c -> label.equals(treatmentsOf(t).get(c.name())))
                        .flatMap(c -> marksOf(t, c.name())));
    }

    private static Stream<String> marksOf(Table table, String column) {
        return table.rows().stream()
                .flatMap(r -> r.getOrDefault(column, Cell.NULL).marks().stream())
                .filter(m -> m.length() >= SHORTEST_MARK);
    }
}
