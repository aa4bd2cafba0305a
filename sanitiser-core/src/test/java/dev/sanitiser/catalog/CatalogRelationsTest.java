package dev.sanitiser.catalog;

import static dev.sanitiser.catalog.BuiltIn.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Column.Generation;
import dev.sanitiser.catalog.Column.Identity;
import dev.sanitiser.catalog.Relation.Kind;
import dev.sanitiser.catalog.Relation.Persistence;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class CatalogRelationsTest {

    private static final String SCRIPT = """
            CREATE EXTENSION file_fdw;
            CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
            CREATE FOREIGN TABLE elsewhere (a int CHECK (a > 0)) SERVER files OPTIONS (filename '/nowhere');
            CREATE TABLE plain (id bigint PRIMARY KEY CONSTRAINT positive CHECK (id > 0));
            COMMENT ON TABLE plain IS 'A plain; "table"';
            INSERT INTO plain SELECT generate_series(1, 1000);
            ANALYZE plain;
            CREATE TABLE never_analysed (a int);
            CREATE UNLOGGED TABLE fleeting (a int);
            CREATE VIEW looks AS SELECT * FROM plain;
            CREATE MATERIALIZED VIEW stored AS SELECT * FROM plain;
            CREATE TABLE split (a int) PARTITION BY LIST (a);
            CREATE TABLE base (a int);
            CREATE TABLE other_base (b int);
            CREATE TABLE heir (c int) INHERITS (other_base, base);
            CREATE INDEX an_index ON plain (id);
            CREATE TYPE composite AS (a int);
            CREATE TABLE guarded (a int);
            ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
            CREATE TABLE member (a int);
            ALTER EXTENSION file_fdw ADD TABLE member;
            """;

    private static TestDatabase database;
    private static CatalogFixture fixture;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run(SCRIPT);
        fixture = CatalogFixture.of(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void holds_tables_and_views_of_every_kind() {
        assertThat(fixture.relationNames())
                .containsExactly(
                        "base",
                        "elsewhere",
                        "fleeting",
                        "guarded",
                        "heir",
                        "looks",
                        "member",
                        "never_analysed",
                        "other_base",
                        "plain",
                        "split",
                        "stored");
        assertThat(fixture.relation("elsewhere").kind()).isEqualTo(Kind.FOREIGN_TABLE);
        assertThat(fixture.relation("looks").kind()).isEqualTo(Kind.VIEW);
        assertThat(fixture.relation("stored").kind()).isEqualTo(Kind.MATERIALIZED_VIEW);
        assertThat(fixture.relation("split").kind()).isEqualTo(Kind.PARTITIONED_TABLE);
    }

    @Test
    void holds_everything_about_a_plain_table() {
        Relation plain = fixture.relation("plain");

        assertThat(plain)
                .isEqualTo(new Relation(
                        oidOf("plain"),
                        new QualifiedName("public", "plain"),
                        Kind.TABLE,
                        Persistence.PERMANENT,
                        List.of(new Column(
                                1,
                                "id",
                                BIGINT,
                                true,
                                Generation.NONE,
                                Identity.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                        List.of(new Check("positive", "(id > 0)", List.of(1), false, true)),
                        List.of(new UniqueIndex(
                                "plain_pkey", true, List.of(1), List.of(), Optional.empty(), List.of(), false, false)),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false,
                        Optional.of("A plain; \"table\""),
                        1000,
                        plain.sizeInBytes()));
        assertThat(plain.sizeInBytes()).isGreaterThanOrEqualTo(5 * 8192);
    }

    @Test
    void knows_unlogged_tables() {
        assertThat(fixture.relation("fleeting").persistence()).isEqualTo(Persistence.UNLOGGED);
    }

    @Test
    void knows_no_row_count_of_a_table_never_analysed_and_no_size_of_a_view() {
        assertThat(fixture.relation("never_analysed").estimatedRowCount()).isEqualTo(-1);
        assertThat(fixture.relation("looks").sizeInBytes()).isZero();
        assertThat(fixture.relation("elsewhere").sizeInBytes()).isZero();
        assertThat(fixture.relation("split").sizeInBytes()).isZero();
        assertThat(fixture.relation("stored").sizeInBytes()).isPositive();
    }

    @Test
    void holds_inherited_tables_in_the_order_of_declaration() {
        assertThat(fixture.relation("heir").inherits()).containsExactly(oidOf("other_base"), oidOf("base"));
        assertThat(fixture.relation("heir").partitionOf()).isEmpty();
        assertThat(fixture.relation("base").inherits()).isEmpty();
    }

    @Test
    void knows_which_extension_owns_a_table() {
        assertThat(fixture.relation("member").extension()).contains("file_fdw");
        assertThat(fixture.relation("plain").extension()).isEmpty();
    }

    @Test
    void knows_that_row_security_would_hide_rows_from_an_ordinary_role_but_not_from_a_superuser() {
        database.run("CREATE ROLE catalog_relations_reader LOGIN");
        try {
            PGSimpleDataSource dataSource = database.dataSource();
            dataSource.setUser("catalog_relations_reader");

            assertThat(hidingRows(CatalogFixture.read(dataSource))).containsExactly("guarded");
            dataSource.setOptions("-c row_security=off");
            assertThat(hidingRows(CatalogFixture.read(dataSource))).containsExactly("guarded");
            assertThat(hidingRows(fixture.catalog())).isEmpty();
        } finally {
            database.run("DROP ROLE catalog_relations_reader");
        }
    }

    private static List<String> hidingRows(Catalog catalog) {
        return catalog.relations().stream()
                .filter(Relation::rowSecurityHidesRows)
                .map(relation -> relation.name().toString())
                .toList();
    }

    private static long oidOf(String table) {
        return Long.parseLong(
                database.query("SELECT '" + table + "'::regclass::oid").get(0));
    }
}
