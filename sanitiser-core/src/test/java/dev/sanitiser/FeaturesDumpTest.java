package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.Resources;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database with every feature that rows can meet, restored in every way that stock pg_restore knows. */
class FeaturesDumpTest {

    private static final AllowList ALLOW_LIST =
            AllowList.parse(Resources.text(FeaturesDumpTest.class, "features.json"), "features.json");

    @TempDir
    private static Path folder;

    private static TestDatabase source;
    private static String structure;
    private static Path dump;
    private static FaithfulCopy expected;

    @BeforeAll
    static void dump() {
        source = TestDatabase.create().run(Resources.text(FeaturesDumpTest.class, "features.sql"));
        structure = Databases.structureOf(source);
        dump = folder.resolve("features.dump");
        DumpReport report = Sanitiser.dump(
                Source.of(source.dataSource()),
                ALLOW_LIST,
                DumpOptions.defaults(),
                DumpTarget.file(dump),
                DumpListener.silent());
        expected = FaithfulCopy.of(source, report.plan());
    }

    @AfterAll
    static void drop() {
        source.close();
    }

    @Test
    void the_source_is_left_as_it_was_found() {
        assertThat(Databases.structureOf(source)).isEqualTo(structure);
    }

    @Test
    void restores_serially_and_again_over_what_is_there() {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
            assertThat(Restores.restore(dump, copy, "--clean", "--if-exists")).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }

    @Test
    void restores_in_parallel() {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy, "--jobs=4")).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }

    @Test
    void restores_section_by_section() {
        try (TestDatabase copy = TestDatabase.create()) {
            for (String section : List.of("pre-data", "data", "post-data")) {
                assertThat(Restores.restore(dump, copy, "--section=" + section)).isEqualTo(SILENT_SUCCESS);
            }
            expected.check(copy);
        }
    }

    @Test
    void restores_in_one_transaction() {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy, "--single-transaction")).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }

    @Test
    void restores_as_a_script() {
        Path script = folder.resolve("script.sql");
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(CommandLine.run("pg_restore", "--file=" + script, dump.toString()))
                    .isEqualTo(SILENT_SUCCESS);
            assertThat(Restores.runScript(script, copy)).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }
}
