package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.structure.StructureOptions.Comments;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structures that other projects made. */
class CorporaTest {

    private static final CommandLine SUCCESS = new CommandLine(0, "", "");

    @ParameterizedTest
    @ValueSource(strings = {"pagila", "chinook_mixed", "northwind", "employee", "graphile"})
    void travels_whole_and_without_findings(String corpus) throws IOException {
        try (TestDatabase source = restored(corpus);
                TestDatabase copy = TestDatabase.create()) {
            FilteredStructure filtered = StructureFilter.apply(
                    StructureDump.of(source), StructureOptions.defaults().withComments(Comments.KEEP));

            assertThat(LiteralScan.findings(filtered.entries())).isEmpty();
            assertThat(filtered.leftOut()).allMatch(title -> title.startsWith("COMMENT SCHEMA "));
            assertThat(StructureDump.restore(filtered.entries(), copy)).isEqualTo(SUCCESS);
            assertThat(schema(copy)).isEqualTo(schema(source));
        }
    }

    @Test
    void whatever_table_is_excluded_the_rest_restores_or_the_run_stops() throws IOException {
        try (TestDatabase source = restored("pagila")) {
            List<ArchiveEntry> structure = StructureDump.of(source);
            List<QualifiedName> tables = structure.stream()
                    .filter(entry -> entry.description().equals("TABLE"))
                    .map(entry -> new QualifiedName(entry.schema().orElseThrow(), entry.tag()))
                    .toList();

            List<QualifiedName> refused =
                    tables.stream().filter(table -> isRefused(structure, table)).toList();

            assertThat(refused).containsExactly(new QualifiedName("public", "payment"));
        }
    }

    private static boolean isRefused(List<ArchiveEntry> structure, QualifiedName excluded) {
        try (TestDatabase copy = TestDatabase.create()) {
            FilteredStructure filtered =
                    StructureFilter.apply(structure, StructureOptions.defaults().withExcludedTables(Set.of(excluded)));
            assertThat(StructureDump.restore(filtered.entries(), copy))
                    .as("without %s", excluded)
                    .isEqualTo(SUCCESS);
            return false;
        } catch (SanitiserException e) {
            return true;
        }
    }

    private static String schema(TestDatabase database) {
        CommandLine dump = CommandLine.run("pg_dump", "-s", "--no-owner", "--no-acl", "-d", database.name());
        assertThat(dump.exitCode()).isZero();
        return dump.output()
                .replaceAll("(?m)^\\\\(un)?restrict .*$", "")
                .replaceAll("--\\n-- Name: SCHEMA .*\\n--\\n\\nCOMMENT ON SCHEMA .*\\n\\n\\n", "");
    }

    private static TestDatabase restored(String corpus) throws IOException {
        Optional<Path> folder = corpora();
        assumeTrue(folder.isPresent(), "the folder shared/corpora is not there");
        Path script = Files.createTempFile(corpus, ".sql");
        Path packed = folder.orElseThrow().resolve(corpus + ".sql.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        TestDatabase database = TestDatabase.create();
        CommandLine restore = CommandLine.run(
                "psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", script.toString(), database.name());
        Files.delete(script);
        assertThat(restore).isEqualTo(SUCCESS);
        return database;
    }

    private static Optional<Path> corpora() {
        return Stream.iterate(Path.of(System.getProperty("user.dir")), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve("corpora"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
