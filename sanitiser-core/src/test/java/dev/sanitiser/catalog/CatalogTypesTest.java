package dev.sanitiser.catalog;

import static dev.sanitiser.catalog.BuiltIn.INTEGER;
import static dev.sanitiser.catalog.BuiltIn.TEXT;
import static dev.sanitiser.catalog.BuiltIn.base;
import static dev.sanitiser.catalog.BuiltIn.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.DataType.Array;
import dev.sanitiser.catalog.DataType.Attribute;
import dev.sanitiser.catalog.DataType.Base;
import dev.sanitiser.catalog.DataType.Composite;
import dev.sanitiser.catalog.DataType.Domain;
import dev.sanitiser.catalog.DataType.Enumeration;
import dev.sanitiser.catalog.DataType.Multirange;
import dev.sanitiser.catalog.DataType.Range;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogTypesTest {

    private static final String SCRIPT = """
            CREATE TYPE mood AS ENUM ('sad', 'it''s; "ok"', '', E'new\\nline', '喜');
            ALTER TYPE mood ADD VALUE 'first' BEFORE 'sad';

            CREATE DOMAIN code AS varchar(20) NOT NULL CONSTRAINT z_short CHECK (length(VALUE) < 20)
                CONSTRAINT a_lower CHECK (VALUE = lower(VALUE));
            CREATE DOMAIN short_code AS code CHECK (length(VALUE) < 10);
            ALTER DOMAIN short_code ADD CONSTRAINT later CHECK (VALUE <> '') NOT VALID;
            CREATE DOMAIN codes AS code[] CHECK (cardinality(VALUE) > 0);

            CREATE TYPE inner_pair AS (label code, gone int, moods mood[]);
            ALTER TYPE inner_pair DROP ATTRIBUTE gone;
            CREATE TYPE pair AS (one inner_pair, "Two; ""2\""" varchar(7));
            CREATE TYPE empty_row AS ();
            CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = spans);
            CREATE TYPE moods_range AS RANGE (subtype = mood);

            CREATE TABLE other (a int, b pair);
            CREATE TABLE typed (
                mood mood, short_code short_code, codes codes, pair pair, empty_row empty_row, pairs pair[],
                ints int[][], codes_array code[], row_of_other other, rows_of_other other[], row_of_system pg_am,
                span span, spans spans, moods_range moods_range, builtin_range int4range, builtin_spans nummultirange,
                vector int2vector, oids oidvector, point point, name name, box box[]
            );
            """;

    private static CatalogFixture fixture;

    @BeforeAll
    static void read() {
        fixture = CatalogFixture.of(SCRIPT);
    }

    private static DataType type(String column) {
        return fixture.type("typed", column);
    }

    private static QualifiedName name(String name) {
        return new QualifiedName("public", name);
    }

    private static Enumeration mood() {
        return new Enumeration(
                type("mood").oid(), name("mood"), List.of("first", "sad", "it's; \"ok\"", "", "new\nline", "喜"));
    }

    private static Check check(String name, String expression, boolean validated) {
        return new Check(name, expression, List.of(), false, validated);
    }

    private static ColumnType plain(DataType type) {
        return new ColumnType(
                type, -1, 0, type.name().schema() + "." + type.name().name());
    }

    private static Domain code() {
        Array codes = (Array) type("codes_array");
        return new Domain(
                codes.element().oid(),
                name("code"),
                varchar(20),
                true,
                List.of(
                        check("a_lower", "((VALUE)::text = lower((VALUE)::text))", true),
                        check("z_short", "(length((VALUE)::text) < 20)", true)));
    }

    @Test
    void holds_labels_of_an_enum_in_their_sort_order() {
        assertThat(type("mood")).isEqualTo(mood());
    }

    @Test
    void holds_each_level_of_a_domain_with_its_own_modifier_null_rule_and_checks() {
        assertThat(type("short_code"))
                .isEqualTo(new Domain(
                        type("short_code").oid(),
                        name("short_code"),
                        plain(code()),
                        false,
                        List.of(
                                check("later", "((VALUE)::text <> ''::text)", false),
                                check("short_code_check", "(length((VALUE)::text) < 10)", true))));
    }

    @Test
    void holds_the_array_below_a_domain() {
        assertThat(type("codes"))
                .isInstanceOfSatisfying(
                        Domain.class,
                        codes -> assertThat(codes.underlying())
                                .isEqualTo(new ColumnType(type("codes_array"), -1, 1, "public.code[]")));
    }

    @Test
    void holds_fields_of_composites_within_composites_but_dropped_ones() {
        Composite pair = (Composite) type("pair");
        Composite inner = (Composite) pair.attributes().get(0).type().type();
        DataType moods = inner.attributes().get(1).type().type();

        assertThat(pair)
                .isEqualTo(new Composite(
                        pair.oid(),
                        name("pair"),
                        List.of(new Attribute("one", plain(inner)), new Attribute("Two; \"2\"", varchar(7)))));
        assertThat(inner)
                .isEqualTo(new Composite(
                        inner.oid(),
                        name("inner_pair"),
                        List.of(
                                new Attribute("label", plain(code())),
                                new Attribute("moods", new ColumnType(moods, -1, 1, "public.mood[]")))));
        assertThat(moods).isEqualTo(new Array(moods.oid(), name("_mood"), mood()));
    }

    @Test
    void reads_a_composite_without_fields() {
        assertThat(type("empty_row")).isEqualTo(new Composite(type("empty_row").oid(), name("empty_row"), List.of()));
    }

    @Test
    void reads_row_types_of_tables() {
        Composite other = new Composite(
                type("row_of_other").oid(),
                name("other"),
                List.of(new Attribute("a", INTEGER), new Attribute("b", plain(type("pair")))));

        assertThat(type("row_of_other")).isEqualTo(other);
        assertThat(type("rows_of_other"))
                .isEqualTo(new Array(type("rows_of_other").oid(), name("_other"), other));
    }

    @Test
    void reads_row_types_of_system_tables() {
        assertThat(type("row_of_system"))
                .isInstanceOfSatisfying(
                        Composite.class,
                        row -> assertThat(row.attributes())
                                .extracting(Attribute::name)
                                .containsExactly("oid", "amname", "amhandler", "amtype"));
    }

    @Test
    void tells_arrays_from_types_that_only_have_elements() {
        assertThat(fixture.column("typed", "ints").type())
                .isEqualTo(new ColumnType(
                        new Array(1007, new QualifiedName("pg_catalog", "_int4"), base(23, "int4")),
                        -1,
                        2,
                        "integer[]"));
        assertThat(type("box")).isEqualTo(new Array(1020, new QualifiedName("pg_catalog", "_box"), base(603, "box")));
        assertThat(List.of(type("vector"), type("oids"), type("point"), type("name")))
                .containsExactly(base(22, "int2vector"), base(30, "oidvector"), base(600, "point"), base(19, "name"));
    }

    @Test
    void knows_the_subtypes_of_ranges_and_multiranges() {
        Range span = new Range(type("span").oid(), name("span"), base(701, "float8"));

        assertThat(type("span")).isEqualTo(span);
        assertThat(type("spans")).isEqualTo(new Multirange(type("spans").oid(), name("spans"), span));
        assertThat(type("moods_range")).isEqualTo(new Range(type("moods_range").oid(), name("moods_range"), mood()));
        assertThat(type("builtin_range"))
                .isEqualTo(new Range(3904, new QualifiedName("pg_catalog", "int4range"), base(23, "int4")));
        assertThat(type("builtin_spans"))
                .isEqualTo(new Multirange(
                        4532,
                        new QualifiedName("pg_catalog", "nummultirange"),
                        new Range(3906, new QualifiedName("pg_catalog", "numrange"), base(1700, "numeric"))));
    }

    @Test
    void names_types_of_extensions_by_their_schema() {
        CatalogFixture extended = CatalogFixture.of("""
                CREATE SCHEMA tools;
                CREATE EXTENSION citext SCHEMA tools;
                CREATE EXTENSION hstore SCHEMA tools;
                CREATE TABLE t (a tools.citext, b tools.hstore[], c text);
                """);

        DataType citext = extended.type("t", "a");
        DataType hstores = extended.type("t", "b");
        assertThat(citext).isEqualTo(new Base(citext.oid(), new QualifiedName("tools", "citext")));
        assertThat(hstores)
                .isInstanceOfSatisfying(
                        Array.class,
                        array -> assertThat(array.element())
                                .isEqualTo(new Base(array.element().oid(), new QualifiedName("tools", "hstore"))));
        assertThat(extended.column("t", "c").type()).isEqualTo(TEXT);
    }

    @Test
    void shares_one_object_among_all_uses_of_a_type() {
        assertThat(((Domain) type("codes")).underlying().type()).isSameAs(type("codes_array"));
    }
}
