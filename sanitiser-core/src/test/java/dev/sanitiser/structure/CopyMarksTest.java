package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.Section;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CopyMarksTest {

    private static final MarkText MARK = new MarkText(
            "it's \\ \"odd\" $$ {0} ? :x\n; DROP SCHEMA public --",
            Instant.parse("2026-03-04T05:06:07Z"), "0.1.0", "0123456789abcdef".repeat(4));
    private static final CommandLine SUCCESS = new CommandLine(0, "", "");
    private static final String PUBLICS_COMMENT = "SELECT obj_description('public'::regnamespace, 'pg_namespace')";

    private static TestDatabase source;
    private static List<ArchiveEntry> structure;

    @BeforeAll
    static void dump() {
        source = TestDatabase.create().run("""
                        CREATE SCHEMA sales;
                        CREATE SCHEMA "odd ""schema"".; --";
                        COMMENT ON SCHEMA sales IS 'the real comment';
                        CREATE TABLE public.t ();
                        """);
        structure = StructureFilter.apply(StructureDump.of(source), StructureOptions.defaults())
                .entries();
    }

    @AfterAll
    static void drop() {
        source.close();
    }

    @Test
    void every_schema_of_a_restored_copy_says_what_it_is() {
        try (TestDatabase copy = TestDatabase.create()) {
            CommandLine restore = StructureDump.restore(CopyMarks.addTo(structure, MARK), copy);

            assertThat(restore).isEqualTo(SUCCESS);
            assertThat(copy.query("SELECT nspname, obj_description(oid, 'pg_namespace') FROM pg_namespace"
                            + " WHERE nspname !~ '^(pg_|information_schema)' ORDER BY 1"))
                    .containsExactly("odd \"schema\".; --|" + MARK, "public|" + MARK, "sales|" + MARK);
        }
    }

    @Test
    void who_does_not_own_schema_public_can_restore() {
        try (TestDatabase copy = TestDatabase.create()) {
            String role = "restorer_" + copy.name();
            copy.run("CREATE ROLE %1$s LOGIN; ALTER DATABASE %2$s OWNER TO %1$s; ALTER SCHEMA public OWNER TO postgres;"
                    .formatted(role, copy.name()));
            copy.run("GRANT CREATE ON SCHEMA public TO " + role);
            String before = copy.query(PUBLICS_COMMENT).get(0);

            CommandLine restore = StructureDump.restore(CopyMarks.addTo(structure, MARK), copy, "-U", role);

            assertThat(restore).isEqualTo(SUCCESS);
            assertThat(copy.query(PUBLICS_COMMENT)).containsExactly(before);
            assertThat(copy.query("SELECT obj_description('sales'::regnamespace, 'pg_namespace')"))
                    .containsExactly(MARK.toString());
            copy.run("REASSIGN OWNED BY %1$s TO postgres; DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
        }
    }

    @Test
    void a_database_without_schema_public_can_be_restored_into() {
        List<ArchiveEntry> empty = structure.stream()
                .filter(entry -> entry.description().matches("ENCODING|STDSTRINGS|SEARCHPATH|DATABASE"))
                .toList();
        try (TestDatabase copy = TestDatabase.create().run("DROP SCHEMA public")) {
            List<ArchiveEntry> marked = CopyMarks.addTo(empty, MARK);

            assertThat(marked).hasSize(empty.size() + 1);
            assertThat(StructureDump.restore(marked, copy)).isEqualTo(SUCCESS);
        }
    }

    @Test
    void a_copy_can_be_restored_over_an_older_one() {
        List<ArchiveEntry> marked = CopyMarks.addTo(structure, MARK);
        try (TestDatabase copy = TestDatabase.create()) {
            StructureDump.restore(marked, copy);

            CommandLine again =
                    StructureDump.restore(marked, copy, "--clean", "--if-exists", "--no-acl", "--no-owner", "-j2");

            assertThat(again).isEqualTo(SUCCESS);
            assertThat(copy.query(PUBLICS_COMMENT)).containsExactly(MARK.toString());
        }
    }

    @Test
    void comments_can_be_left_out_by_who_restores() {
        try (TestDatabase copy = TestDatabase.create()) {
            CommandLine restore = StructureDump.restore(
                    CopyMarks.addTo(structure, MARK), copy, "--no-comments", "--section=pre-data");

            assertThat(restore).isEqualTo(SUCCESS);
            assertThat(copy.query(PUBLICS_COMMENT)).containsExactly("standard public schema");
        }
    }

    @Test
    void marks_belong_to_the_section_of_their_schemas() {
        try (TestDatabase copy = TestDatabase.create()) {
            List<ArchiveEntry> marked = CopyMarks.addTo(structure, MARK);

            assertThat(StructureDump.restore(marked, copy, "--section=post-data"))
                    .isEqualTo(SUCCESS);
            assertThat(copy.query(PUBLICS_COMMENT)).containsExactly("standard public schema");
            assertThat(StructureDump.restore(marked, copy, "--section=pre-data"))
                    .isEqualTo(SUCCESS);
            assertThat(copy.query(PUBLICS_COMMENT)).containsExactly(MARK.toString());
        }
    }

    @Test
    void marks_follow_their_schema_and_come_before_all_else_for_public() {
        List<ArchiveEntry> marked = CopyMarks.addTo(structure, MARK);

        assertThat(marked)
                .extracting(entry -> entry.description() + " " + entry.tag())
                .containsExactly(
                        "ENCODING ENCODING",
                        "STDSTRINGS STDSTRINGS",
                        "SEARCHPATH SEARCHPATH",
                        "DATABASE sanitised",
                        "COMMENT SCHEMA public",
                        "SCHEMA odd \"schema\".; --",
                        "COMMENT SCHEMA odd \"schema\".; --",
                        "SCHEMA sales",
                        "COMMENT SCHEMA sales",
                        "TABLE t");
        assertThat(marked).extracting(ArchiveEntry::dumpId).doesNotHaveDuplicates();
        assertThat(marked.get(4).dependencies()).isEmpty();
        assertThat(marked.get(4).section()).isEqualTo(Section.NONE);
        assertThat(marked.get(8).dependencies()).containsExactly(marked.get(7).dumpId());
        assertThat(marked.get(8).section()).isEqualTo(Section.NONE);
    }

    @Test
    void public_is_not_marked_when_only_other_schemas_travel() {
        List<ArchiveEntry> sales = StructureFilter.apply(
                        StructureDump.of(source), StructureOptions.defaults().withSchemas(Set.of("sales")))
                .entries();

        assertThat(CopyMarks.addTo(sales, MARK))
                .filteredOn(entry -> entry.description().equals("COMMENT"))
                .extracting(ArchiveEntry::tag)
                .containsExactly("SCHEMA sales");
    }

    @Test
    void public_with_an_entry_of_its_own_is_marked_once() {
        try (TestDatabase owned = TestDatabase.create()
                .run("ALTER SCHEMA public OWNER TO postgres; COMMENT ON SCHEMA public IS 'real'")) {
            List<ArchiveEntry> entries = StructureFilter.apply(StructureDump.of(owned), StructureOptions.defaults())
                    .entries();

            assertThat(CopyMarks.addTo(entries, MARK))
                    .extracting(entry -> entry.description() + " " + entry.tag())
                    .endsWith("SCHEMA public", "COMMENT SCHEMA public");
            assertThat(StructureDump.restore(CopyMarks.addTo(entries, MARK), owned, "--clean", "--if-exists"))
                    .isEqualTo(SUCCESS);
            assertThat(owned.query(PUBLICS_COMMENT)).containsExactly(MARK.toString());
        }
    }
}
