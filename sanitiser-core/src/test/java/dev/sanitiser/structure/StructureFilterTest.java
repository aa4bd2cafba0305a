package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureFilterTest {

    private static final StructureOptions DEFAULTS = StructureOptions.defaults();

    @Test
    void an_entry_of_an_unknown_kind_stops_the_run() {
        List<ArchiveEntry> entries = List.of(
                TestEntry.of(1, "TABLE", "t", "CREATE TABLE t ();"),
                TestEntry.of(2, "PROPERTY GRAPH", "g", "CREATE PROPERTY GRAPH g;"),
                TestEntry.of(3, "WARNING", Optional.empty(), "w", "-- WARNING"));

        assertThatThrownBy(() -> StructureFilter.apply(entries, DEFAULTS))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.PLAN))
                .hasMessage("""
                        The structure holds entries of a kind that Sanitiser does not know (2 problems):
                        - PROPERTY GRAPH public.g: nobody has decided yet whether entries of kind "PROPERTY GRAPH" may \
                        leave the source. Drop the object, or use a release of Sanitiser that knows the kind.
                        - WARNING w: nobody has decided yet whether entries of kind "WARNING" may leave the source. \
                        Drop the object, or use a release of Sanitiser that knows the kind.""");
    }

    @Test
    void rows_from_pg_dump_are_our_own_bug() {
        List<ArchiveEntry> entries = List.of(TestEntry.of(1, "TABLE DATA", "t", ""));

        assertThatIllegalStateException()
                .isThrownBy(() -> StructureFilter.apply(entries, DEFAULTS))
                .withMessage("pg_dump was asked for the structure only, but wrote TABLE DATA public.t");
    }

    @Test
    void literals_with_escapes_stop_the_run() {
        List<ArchiveEntry> entries = List.of(TestEntry.of(
                1, "STDSTRINGS", Optional.empty(), "STDSTRINGS", "SET standard_conforming_strings = 'off';\n"));

        assertThatThrownBy(() -> StructureFilter.apply(entries, DEFAULTS))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage(
                        "pg_dump connected with standard_conforming_strings off, so the structure's literals cannot"
                                + " be checked. Turn it on for the role and the database, and for a connection pooler between.");
    }

    @Test
    void owners_and_tablespaces_do_not_travel() {
        ArchiveEntry table = TestEntry.of(1, "TABLE", "t", "CREATE TABLE t ();");

        FilteredStructure filtered = StructureFilter.apply(List.of(table), DEFAULTS);

        assertThat(filtered.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.owner()).isEmpty();
            assertThat(entry.tablespace()).isEmpty();
            assertThat(entry)
                    .usingRecursiveComparison()
                    .ignoringFields("owner", "tablespace")
                    .isEqualTo(table);
        });
        assertThat(filtered.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE DATABASE shop WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE = 'C';"
                        + "|CREATE DATABASE sanitised WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE = 'C';",
                "CREATE DATABASE \"a \"\"b TABLESPACE = c\" WITH TEMPLATE = template0 TABLESPACE = \"fast disk\" LOCALE = 'C';"
                        + "|CREATE DATABASE sanitised WITH TEMPLATE = template0 LOCALE = 'C';",
                "CREATE DATABASE shop WITH ENCODING = 'UTF8' TABLESPACE = fast;"
                        + "|CREATE DATABASE sanitised WITH ENCODING = 'UTF8';",
                "CREATE DATABASE tablespace;|CREATE DATABASE sanitised;",
            })
    void the_database_gets_a_neutral_name(String definition, String expected) {
        ArchiveEntry database = TestEntry.of(1, "DATABASE", Optional.empty(), "shop", definition);

        FilteredStructure filtered = StructureFilter.apply(List.of(database), DEFAULTS);

        assertThat(filtered.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.tag()).isEqualTo("sanitised");
            assertThat(entry.definition()).contains(expected);
            assertThat(entry.dropStatement()).contains("DROP DATABASE sanitised;\n");
            assertThat(entry.owner()).isEmpty();
        });
    }

    @Test
    void what_depends_on_a_foreign_table_goes_with_it() {
        List<ArchiveEntry> entries = List.of(
                TestEntry.of(1, "FOREIGN TABLE", "remote", "CREATE FOREIGN TABLE …;"),
                TestEntry.of(2, "VIEW", "near", "CREATE VIEW …;", 1),
                TestEntry.of(4, "MATERIALIZED VIEW DATA", "nearest", "REFRESH …;", 3),
                TestEntry.of(3, "MATERIALIZED VIEW", "nearest", "CREATE …;", 2),
                TestEntry.of(5, "TABLE", "t", "CREATE TABLE t ();"));

        FilteredStructure filtered = StructureFilter.apply(entries, DEFAULTS);

        assertThat(filtered.entries()).extracting(ArchiveEntry::tag).containsExactly("t");
        assertThat(filtered.leftOut())
                .containsExactly(
                        "FOREIGN TABLE public.remote",
                        "VIEW public.near",
                        "MATERIALIZED VIEW DATA public.nearest",
                        "MATERIALIZED VIEW public.nearest");
    }

    @Test
    void no_table_and_no_default_is_lost_silently() {
        List<ArchiveEntry> entries = List.of(
                TestEntry.of(1, "SCHEMA", Optional.empty(), "util", "CREATE SCHEMA util;"),
                TestEntry.of(2, "FUNCTION", Optional.of("util"), "next()", "CREATE FUNCTION …;", 1),
                TestEntry.of(3, "TABLE", "inline", "CREATE TABLE …;", 2),
                TestEntry.of(4, "TABLE", "apart", "CREATE TABLE …;"),
                TestEntry.of(5, "DEFAULT", "apart id", "ALTER TABLE …;", 4, 2),
                TestEntry.of(6, "FOREIGN TABLE", "remote", "CREATE …;"),
                TestEntry.of(7, "TABLE", "heir", "CREATE TABLE …;", 6),
                TestEntry.of(8, "TABLE", "root", "CREATE TABLE …;"),
                TestEntry.of(9, "TABLE", "leaf", "CREATE TABLE …;", 8));
        StructureOptions options =
                DEFAULTS.withSchemas(Set.of("public")).withExcludedTables(Set.of(new QualifiedName("public", "root")));

        assertThatThrownBy(() -> StructureFilter.apply(entries, options))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.PLAN))
                .hasMessage("""
                        The copy would lack tables, or defaults, that nobody left out (4 problems):
                        - TABLE public.inline needs FUNCTION util.next(), which does not travel: its schema is not among those \
                        to copy. Copy that schema too, or exclude table public.inline as well.
                        - DEFAULT public.apart id needs FUNCTION util.next(), which does not travel: its schema is not among \
                        those to copy. Copy that schema too, or exclude table public.apart as well.
                        - TABLE public.heir needs FOREIGN TABLE public.remote, which does not travel: entries of this \
                        kind never do. Remove the dependency, or exclude table public.heir as well.
                        - TABLE public.leaf needs TABLE public.root, which does not travel: it is excluded. Do not \
                        exclude it, or exclude table public.leaf as well.""");
    }

    @Test
    void tables_may_be_excluded_with_what_they_need() {
        List<ArchiveEntry> entries = List.of(
                TestEntry.of(8, "TABLE", "root", "CREATE TABLE …;"), TestEntry.of(9, "TABLE", "leaf", "CREATE …;", 8));
        StructureOptions options = DEFAULTS.withExcludedTables(
                Set.of(new QualifiedName("public", "root"), new QualifiedName("public", "leaf")));

        assertThat(StructureFilter.apply(entries, options))
                .isEqualTo(new FilteredStructure(List.of(), List.of("TABLE public.root", "TABLE public.leaf")));
    }

    @Test
    void a_comment_on_nothing_does_not_travel_even_when_asked_for() {
        List<ArchiveEntry> entries = List.of(
                TestEntry.of(1, "TABLE", "t", "CREATE TABLE t ();"),
                TestEntry.of(2, "COMMENT", "TABLE t", "COMMENT …;", 1),
                TestEntry.of(3, "COMMENT", "TABLE gone", "COMMENT …;", 99),
                TestEntry.of(4, "COMMENT", Optional.empty(), "LARGE OBJECT 4711", "COMMENT …;"));

        FilteredStructure filtered =
                StructureFilter.apply(entries, DEFAULTS.withComments(StructureOptions.Comments.KEEP));

        assertThat(filtered.entries()).extracting(ArchiveEntry::tag).containsExactly("t", "TABLE t");
        assertThat(filtered.leftOut())
                .containsExactly("COMMENT TABLE gone in schema public", "COMMENT LARGE OBJECT 4711");
    }
}
