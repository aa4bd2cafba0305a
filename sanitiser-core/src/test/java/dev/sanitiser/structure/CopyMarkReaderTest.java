package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.Section;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CopyMarkReaderTest {

    private static final String ODD = "odd.\"schema';--";
    private static final MarkText MARK =
            new MarkText("Ann's \"shop\", made of 'x'", Instant.parse("2026-01-02T03:04:05Z"), "0.1.0", "a".repeat(64));

    @Test
    void reads_back_what_an_archive_was_marked_with() {
        List<ArchiveEntry> structure = List.of(
                entry(1, "SCHEMA", ODD, Optional.empty()),
                entry(2, "TABLE", "t", Optional.of(ODD)),
                entry(3, "TABLE", "t", Optional.of("public")));

        MarkedSchemas schemas = CopyMarkReader.read(CopyMarks.addTo(structure, MARK));

        assertThat(schemas).isEqualTo(new MarkedSchemas(Map.of(ODD, MARK, "public", MARK), List.of(), 2));
        assertThat(schemas.isSanitisedCopy()).isTrue();
    }

    @Test
    void an_archive_that_nobody_marked_is_not_a_sanitised_copy() {
        List<ArchiveEntry> structure = List.of(
                entry(1, "SCHEMA", ODD, Optional.empty()),
                entry(2, "TABLE", "t", Optional.of(ODD)),
                Entries.comment(3, "SCHEMA " + ODD, "COMMENT ON SCHEMA x IS 'Sanitised copy of nothing';", List.of(1)));

        MarkedSchemas schemas = CopyMarkReader.read(structure);

        assertThat(schemas).isEqualTo(new MarkedSchemas(Map.of(), List.of(ODD), 1));
        assertThat(schemas.isSanitisedCopy()).isFalse();
    }

    @Test
    void reads_back_what_a_restored_database_says() {
        try (TestDatabase database = TestDatabase.create()) {
            database.run("CREATE SCHEMA \"odd.\"\"schema';--\"; CREATE TABLE \"odd.\"\"schema';--\".t (a int)")
                    .run("CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE VIEW v AS SELECT 1 AS a")
                    .run("CREATE SCHEMA empty; CREATE EXTENSION hstore SCHEMA empty")
                    .run(marks());

            MarkedSchemas schemas = CopyMarkReader.read(Source.of(database.dataSource()));

            assertThat(schemas).isEqualTo(new MarkedSchemas(Map.of(ODD, MARK, "public", MARK), List.of(), 2));
        }
    }

    @Test
    void a_database_with_one_unmarked_schema_of_tables_is_no_sanitised_copy() {
        try (TestDatabase database = TestDatabase.create()) {
            database.run("CREATE SCHEMA \"odd.\"\"schema';--\"; CREATE SCHEMA real; CREATE TABLE real.t (a int)")
                    .run(marks());

            MarkedSchemas schemas = CopyMarkReader.read(Source.of(database.dataSource()));

            assertThat(schemas.unmarked()).containsExactly("real");
            assertThat(schemas.isSanitisedCopy()).isFalse();
        }
    }

    private static String marks() {
        return CopyMarks.addTo(
                        List.of(
                                entry(1, "SCHEMA", ODD, Optional.empty()),
                                entry(2, "TABLE", "p", Optional.of("public"))),
                        MARK)
                .stream()
                .filter(CopyMarks::isMark)
                .map(mark -> mark.definition().orElseThrow())
                .collect(Collectors.joining());
    }

    private static ArchiveEntry entry(int dumpId, String description, String tag, Optional<String> schema) {
        return new ArchiveEntry(
                dumpId,
                false,
                0,
                0,
                tag,
                description,
                Section.PRE_DATA,
                Optional.of(""),
                Optional.empty(),
                Optional.empty(),
                schema,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
    }
}
