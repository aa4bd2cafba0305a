package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must be the same in a source and its restored copy. */
public final class FaithfulCopy {

    private final TestDatabase source;
    private final String structure;
    private final Map<QualifiedName, List<ColumnPlan>> columns;

    private FaithfulCopy(TestDatabase source, String structure, Map<QualifiedName, List<ColumnPlan>> columns) {
        this.source = source;
        this.structure = structure;
        this.columns = columns;
    }

    /** A partition whose rows may move to another one is compared as part of its tree. */
    static FaithfulCopy of(TestDatabase source, SanitisationPlan plan) {
        return new FaithfulCopy(source, Databases.structureOf(source), columns(plan));
    }

    /** Of each table the multiset of its rows: their kept values, and where they are NULL. */
    public static void checkRows(TestDatabase source, TestDatabase copy, SanitisationPlan plan) {
        FaithfulCopy faithful = new FaithfulCopy(source, "", columns(plan));
        assertThat(faithful.rows(copy)).isEqualTo(faithful.rows(source));
    }

    private static Map<QualifiedName, List<ColumnPlan>> columns(SanitisationPlan plan) {
        Map<QualifiedName, List<ColumnPlan>> columns = new TreeMap<>();
        for (TablePlan table : plan.copiedTables()) {
            columns.putIfAbsent(table.loadedThrough().orElse(table.name()), table.storedColumns());
        }
        return columns;
    }

    /** The structure, and of each table the multiset of its rows: their kept values, and where they are NULL. */
    void check(TestDatabase copy) {
        assertThat(Databases.structureOf(copy)).isEqualTo(structure);
        assertThat(rows(copy)).isEqualTo(rows(source));
    }

    private Map<String, String> rows(TestDatabase database) {
        return columns.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(),
                        e -> Databases.fingerprint(database, e.getKey(), kept(e.getValue()), nullable(e.getValue())),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static List<String> kept(List<ColumnPlan> columns) {
        return columns.stream()
                .filter(c -> c.treatment() instanceof ColumnTreatment.Keep)
                .map(c -> c.column().name())
                .toList();
    }

    private static List<String> nullable(List<ColumnPlan> columns) {
        return columns.stream()
                .filter(c -> !(c.treatment() instanceof ColumnTreatment.Keep)
                        && !(c.treatment() instanceof ColumnTreatment.AlwaysNull))
                .map(c -> c.column().name())
                .toList();
    }
}
