package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.structure.StructureOptions.Comments;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stock pg_dump writes of a database that has an object of every kind. */
class EverythingTest {

    private static final CommandLine SUCCESS = new CommandLine(0, "", "");
    private static final StructureOptions DEFAULTS = StructureOptions.defaults();

    private static TestDatabase source;
    private static List<ArchiveEntry> structure;

    @BeforeAll
    static void dump() throws IOException {
        source = TestDatabase.create();
        try (InputStream script = EverythingTest.class.getResourceAsStream("everything.sql")) {
            source.run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        source.run("ALTER DATABASE %1$s SET app.key = 'secret_setting'; COMMENT ON DATABASE %1$s IS 'the comment of it'"
                .formatted(source.name()));
        structure = StructureDump.of(source);
    }

    @AfterAll
    static void drop() {
        source.run("ALTER SUBSCRIPTION incoming SET (slot_name = NONE); DROP SUBSCRIPTION incoming");
        source.close();
    }

    @Test
    void pg_dump_did_write_what_must_not_travel() {
        assertThat(definitions(structure)).contains("secret_", "the comment of", source.name());
        assertThat(structure).anyMatch(entry -> entry.owner().isPresent());
    }

    @Test
    void leaves_out_what_must_not_travel_and_what_depends_on_it() {
        FilteredStructure filtered = StructureFilter.apply(structure, DEFAULTS);

        assertThat(filtered.leftOut())
                .filteredOn(title -> !title.startsWith("COMMENT "))
                .containsExactlyInAnyOrder(
                        "DATABASE PROPERTIES " + source.name(),
                        "SERVER far",
                        "USER MAPPING public SERVER far",
                        "FOREIGN TABLE sales.remote",
                        "FUNCTION sales.remote_rows()",
                        "FOREIGN DATA WRAPPER home_made",
                        "SERVER files",
                        "ACL TABLE customer in schema public",
                        "FOREIGN TABLE sales.event_2019",
                        "FOREIGN TABLE sales.file",
                        "MATERIALIZED VIEW sales.file_copy",
                        "VIEW sales.remote_view",
                        "MATERIALIZED VIEW sales.remote_copy",
                        "MATERIALIZED VIEW sales.remote_count",
                        "VIEW sales.remote_grouped",
                        "TABLE ATTACH sales.event_2019",
                        "BLOB 4711",
                        "INDEX sales.remote_copy_id",
                        "RULE sales.remote_grouped _RETURN",
                        "PUBLICATION everything",
                        "PUBLICATION part",
                        "PUBLICATION wide",
                        "PUBLICATION TABLE sales.part orders",
                        "PUBLICATION TABLES IN SCHEMA util.wide util",
                        "SUBSCRIPTION incoming",
                        "DEFAULT ACL sales.DEFAULT PRIVILEGES FOR TABLES",
                        "EVENT TRIGGER watch",
                        "MATERIALIZED VIEW DATA sales.file_copy");
        assertThat(definitions(filtered.entries())).doesNotContain("secret_", "the comment of", source.name());
        assertThat(filtered.entries())
                .noneMatch(entry -> entry.owner().isPresent()
                        || entry.tablespace().isPresent()
                        || entry.description().equals("COMMENT"));
    }

    @Test
    void what_travels_restores_without_an_error() {
        try (TestDatabase copy = TestDatabase.create()) {
            FilteredStructure filtered = StructureFilter.apply(structure, DEFAULTS);

            assertThat(StructureDump.restore(filtered.entries(), copy)).isEqualTo(SUCCESS);
            assertThat(copy.query("SELECT count(*) FROM sales.grouped")).containsExactly("0");
        }
    }

    @Test
    void pg_restore_can_create_the_database_under_a_neutral_name() {
        try (TestDatabase maintenance = TestDatabase.create()) {
            FilteredStructure filtered = StructureFilter.apply(structure, DEFAULTS);

            assertThat(StructureDump.restore(filtered.entries(), maintenance, "--create"))
                    .isEqualTo(SUCCESS);
            assertThat(maintenance.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'sales'"))
                    .containsExactly("0");
            maintenance.run("DROP DATABASE sanitised");
        }
    }

    @Test
    void comments_travel_on_demand_but_for_those_of_schemas_and_of_what_is_left_out() {
        try (TestDatabase copy = TestDatabase.create()) {
            FilteredStructure filtered = StructureFilter.apply(structure, DEFAULTS.withComments(Comments.KEEP));

            assertThat(filtered.leftOut())
                    .filteredOn(title -> title.startsWith("COMMENT "))
                    .containsExactlyInAnyOrder(
                            "COMMENT DATABASE " + source.name(),
                            "COMMENT SCHEMA public",
                            "COMMENT SCHEMA sales",
                            "COMMENT SERVER far",
                            "COMMENT FOREIGN TABLE remote in schema sales",
                            "COMMENT VIEW remote_view in schema sales",
                            "COMMENT LARGE OBJECT 4711",
                            "COMMENT PUBLICATION part",
                            "COMMENT SUBSCRIPTION incoming",
                            "COMMENT EVENT TRIGGER watch");
            assertThat(StructureDump.restore(filtered.entries(), copy)).isEqualTo(SUCCESS);
            assertThat(copy.query("SELECT obj_description('public.customer'::regclass)"))
                    .containsExactly("the comment of a table");
        }
    }

    @Test
    void a_schema_travels_alone_if_it_needs_no_other() {
        try (TestDatabase copy = TestDatabase.create()) {
            FilteredStructure filtered = StructureFilter.apply(structure, DEFAULTS.withSchemas(Set.of("util")));

            assertThat(filtered.entries())
                    .filteredOn(entry -> entry.schema().isPresent())
                    .isNotEmpty()
                    .allMatch(entry -> entry.schema().orElseThrow().equals("util"));
            assertThat(StructureDump.restore(filtered.entries(), copy)).isEqualTo(SUCCESS);
        }
    }

    @Test
    void a_schema_without_the_others_that_it_needs_is_refused() {
        assertThatThrownBy(() -> StructureFilter.apply(structure, DEFAULTS.withSchemas(Set.of("public"))))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("""
                        The copy would lack tables, or defaults, that nobody left out (1 problem):
                        - TABLE public.customer needs DOMAIN sales.email, which does not travel: its schema is not \
                        among those to copy. Copy that schema too, or exclude table public.customer as well.""");
    }

    @Test
    void a_table_is_excluded_with_everything_that_is_its_own() {
        try (TestDatabase copy = TestDatabase.create()) {
            FilteredStructure filtered = StructureFilter.apply(
                    structure, DEFAULTS.withExcludedTables(Set.of(new QualifiedName("public", "customer"))));

            assertThat(filtered.leftOut())
                    .filteredOn(title -> title.contains("customer") && !title.startsWith("COMMENT "))
                    .containsExactlyInAnyOrder(
                            "TABLE public.customer",
                            "ACL TABLE customer in schema public",
                            "SEQUENCE public.customer_id_seq",
                            "SEQUENCE OWNED BY public.customer_id_seq",
                            "DEFAULT public.customer id",
                            "CONSTRAINT public.customer customer_pkey",
                            "CHECK CONSTRAINT public.customer not_yet",
                            "INDEX public.customer_mail",
                            "STATISTICS util.customer_statistics",
                            "RULE public.customer nothing",
                            "TRIGGER public.customer told",
                            "FK CONSTRAINT sales.orders orders_customer_id_fkey",
                            "ROW SECURITY public.customer",
                            "POLICY public.customer own");
            assertThat(StructureDump.restore(filtered.entries(), copy)).isEqualTo(SUCCESS);
        }
    }

    @Test
    void a_partitioned_table_is_not_excluded_without_its_partitions() {
        assertThatThrownBy(() -> StructureFilter.apply(
                        structure, DEFAULTS.withExcludedTables(Set.of(new QualifiedName("sales", "event")))))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("""
                        The copy would lack tables, or defaults, that nobody left out (1 problem):
                        - TABLE sales.event_2020 needs TABLE sales.event, which does not travel: it is excluded. Do \
                        not exclude it, or exclude table sales.event_2020 as well.""");
    }

    @Test
    void nothing_that_travels_looks_like_a_real_value() {
        FilteredStructure filtered = StructureFilter.apply(structure, DEFAULTS.withComments(Comments.KEEP));

        assertThat(LiteralScan.findings(filtered.entries())).isEmpty();
    }

    private static String definitions(List<ArchiveEntry> entries) {
        StringBuilder all = new StringBuilder();
        for (ArchiveEntry entry : entries) {
            all.append(entry.tag()).append('\n');
            entry.definition().ifPresent(all::append);
            entry.dropStatement().ifPresent(all::append);
        }
        return all.toString();
    }
}
