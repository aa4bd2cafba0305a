package dev.sanitiser;

import dev.sanitiser.catalog.DataType;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.Occurrences;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks for what must not be in an archive. */
final class RealValues {

    private RealValues() {}

    /**
     * Identifying values of faked text columns that stand in the archive, but for those that also stand in a kept one,
     * and for coincidences: words that the plan's own statements or the structure name, such as cities and labels of
     * enums, were there before a row was read.
     */
    static Set<String> in(Path archive, TestDatabase source, DumpReport report) {
        Set<String> faked = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        for (TablePlan table : report.plan().copiedTables()) {
            for (ColumnPlan column : table.storedColumns()) {
                boolean isKept = column.treatment() instanceof ColumnTreatment.Keep;
                if (isKept || isText(column.column().type().type())) {
                    (isKept ? kept : faked)
                            .addAll(Databases.identifyingValues(
                                    source, table.name(), column.column().name()));
                }
            }
        }
        faked.removeAll(kept);
        String script =
                CommandLine.run("pg_restore", "--file=-", archive.toString()).output();
        String statements = report.plan().copiedTables().stream()
                .flatMap(t -> t.selectSql().stream())
                .collect(Collectors.joining("\n"))
                .replace("''", "'");
        Set<String> occurring = new TreeSet<>(Occurrences.of(faked, script));
        occurring.removeIf(statements::contains);
        String structure = CommandLine.run("pg_restore", "--schema-only", "--file=-", archive.toString())
                .output();
        occurring.removeIf(structure::contains);
        return occurring;
    }

    static boolean isText(DataType type) {
        return type instanceof DataType.Domain domain
                ? isText(domain.underlying().type())
                : Set.of("text", "varchar", "bpchar", "citext")
                        .contains(type.name().name());
    }
}
