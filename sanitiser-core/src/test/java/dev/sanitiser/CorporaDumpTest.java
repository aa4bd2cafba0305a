package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real databases of other projects, with nothing kept but primary and foreign keys. */
class CorporaDumpTest {

    @TempDir
    Path folder;

    /** What a CHECK or an index makes impossible to fake in this version; each is refused by name below. */
    private static final Map<String, Set<String>> ALSO_KEPT = Map.of(
            "graphile",
            Set.of(
                    "index_expressions.employee.first_name",
                    "index_expressions.employee.last_name",
                    "smart_comment_relations.buildings.is_primary"));

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

            restoresInEveryWay(dump, FaithfulCopy.of(source, report.plan()));
            assertThat(RealValues.in(dump, source, report)).isEmpty();
            assertThat(Databases.structureOf(source)).isEqualTo(structure);
        }
    }

    private void restoresInEveryWay(Path dump, FaithfulCopy expected) {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
            assertThat(Restores.restore(dump, copy, "--clean", "--if-exists", "--no-acl", "--no-owner"))
                    .isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy, "--jobs=4")).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
        try (TestDatabase copy = TestDatabase.create()) {
            Path script = folder.resolve("script.sql");
            assertThat(CommandLine.run("pg_restore", "--file=" + script, dump.toString()))
                    .isEqualTo(SILENT_SUCCESS);
            assertThat(Restores.runScript(script, copy)).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }
}
