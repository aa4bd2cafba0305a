package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.DataType;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.Occurrences;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real databases of other projects, with nothing kept but primary and foreign keys. */
class CorporaDumpTest {

    private static final CommandLine SILENT_SUCCESS = new CommandLine(0, "", "");

    @TempDir
    Path folder;

    /** What a CHECK or an index makes impossible to fake in this version; each is refused by name below. */
    private static final Map<String, Set<String>> ALSO_KEPT = Map.of(
            "pagila", Set.of("film.release_year"),
            "employee", Set.of("employee.gender"),
            "graphile",
                    Set.of(
                            "index_expressions.employee.first_name",
                            "index_expressions.employee.last_name",
                            "smart_comment_relations.buildings.is_primary",
                            "c.person.email",
                            "nested_arrays.t.v"));

    @ParameterizedTest
    @ValueSource(strings = {"pagila", "chinook_mixed", "northwind", "employee", "graphile"})
    void restores_as_the_same_database_without_its_values(String name) {
        try (TestDatabase source = Corpus.orSkip(name).restore()) {
            String structure = Databases.structureOf(source);
            Path dump = folder.resolve(name + ".dump");

            DumpReport report = Sanitiser.dump(
                    Source.of(source.dataSource()),
                    KeysOnly.and(ALSO_KEPT.getOrDefault(name, Set.of()), Databases.catalogOf(source)),
                    DumpOptions.defaults(),
                    DumpTarget.file(dump),
                    DumpListener.silent());

            restoresInEveryWay(dump, copy -> isTheSameDatabase(source, structure, copy, report));
            assertThat(leaks(source, dump, report)).isEmpty();
            assertThat(Databases.structureOf(source)).isEqualTo(structure);
        }
    }

    private interface CopyCheck {
        void check(TestDatabase copy);
    }

    private void restoresInEveryWay(Path dump, CopyCheck check) {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
            check.check(copy);
            assertThat(restore(dump, copy, "--clean", "--if-exists", "--no-acl", "--no-owner"))
                    .isEqualTo(SILENT_SUCCESS);
            check.check(copy);
        }
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(restore(dump, copy, "--jobs=4")).isEqualTo(SILENT_SUCCESS);
            check.check(copy);
        }
        try (TestDatabase copy = TestDatabase.create()) {
            Path script = folder.resolve("script.sql");
            assertThat(CommandLine.run("pg_restore", "--file=" + script, dump.toString()))
                    .isEqualTo(SILENT_SUCCESS);
            assertThat(CommandLine.run(
                            "psql",
                            "-Xq",
                            "-v",
                            "ON_ERROR_STOP=1",
                            "-o",
                            "/dev/null",
                            "-f",
                            script.toString(),
                            copy.name()))
                    .isEqualTo(SILENT_SUCCESS);
            check.check(copy);
        }
    }

    private static CommandLine restore(Path dump, TestDatabase copy, String... options) {
        return CommandLine.run(java.util.stream.Stream.of(
                        new String[] {"pg_restore"}, options, new String[] {"-d", copy.name(), dump.toString()})
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }

    private static void isTheSameDatabase(TestDatabase source, String structure, TestDatabase copy, DumpReport report) {
        assertThat(Databases.structureOf(copy)).isEqualTo(structure);
        for (TablePlan table : report.plan().copiedTables()) {
            List<String> kept = table.columns().stream()
                    .filter(c -> c.treatment() instanceof ColumnTreatment.Keep)
                    .map(c -> c.column().name())
                    .toList();
            assertThat(Databases.fingerprint(copy, table.name(), kept))
                    .as("%s %s", table.name(), kept)
                    .isEqualTo(Databases.fingerprint(source, table.name(), kept));
        }
    }

    /**
     * Identifying values of faked text columns that stand in the archive, but for those that also stand in a kept one.
     */
    private Set<String> leaks(TestDatabase source, Path dump, DumpReport report) {
        String archive =
                CommandLine.run("pg_restore", "--file=-", dump.toString()).output();
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
        return Occurrences.of(faked, archive);
    }

    private static boolean isText(DataType type) {
        return type instanceof DataType.Domain domain
                ? isText(domain.underlying().type())
                : Set.of("text", "varchar", "bpchar", "citext")
                        .contains(type.name().name());
    }
}
