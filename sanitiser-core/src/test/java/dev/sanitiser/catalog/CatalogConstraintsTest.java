package dev.sanitiser.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogConstraintsTest {

    private static final String SCRIPT = """
            CREATE EXTENSION btree_gist;
            CREATE SCHEMA app;
            CREATE FUNCTION app.fine(anyelement) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';

            CREATE TABLE checked (
                gone int, a int NOT NULL, b text,
                CONSTRAINT z_first CHECK (a > 0), CONSTRAINT pair CHECK (b <> '' OR a < 5),
                CONSTRAINT constant CHECK (true), CONSTRAINT system CHECK (tableoid > 0));
            ALTER TABLE checked ADD CONSTRAINT later CHECK (a <> 7) NOT VALID, DROP COLUMN gone;
            CREATE TABLE row_wise (a int);
            ALTER TABLE row_wise ADD CONSTRAINT whole CHECK (app.fine(row_wise) AND a <> 3);
            CREATE TABLE heir (c int CONSTRAINT own CHECK (c > 1)) INHERITS (checked);

            CREATE TABLE referenced (x int, y text, PRIMARY KEY (x, y), UNIQUE (y));
            CREATE TABLE referencing (
                a int, b text, parent int, id int PRIMARY KEY,
                CONSTRAINT both_columns FOREIGN KEY (a, b) REFERENCES referenced (x, y) MATCH FULL,
                CONSTRAINT self FOREIGN KEY (parent) REFERENCES referencing DEFERRABLE INITIALLY DEFERRED);
            ALTER TABLE referencing ADD CONSTRAINT later FOREIGN KEY (b) REFERENCES referenced (y) NOT VALID;

            CREATE TABLE egg (id int PRIMARY KEY, hen int);
            CREATE TABLE hen (id int PRIMARY KEY, egg int REFERENCES egg);
            ALTER TABLE egg ADD CONSTRAINT laid_by FOREIGN KEY (hen) REFERENCES hen;

            CREATE TABLE split (k int PRIMARY KEY) PARTITION BY RANGE (k);
            CREATE TABLE split_1 PARTITION OF split FOR VALUES FROM (0) TO (10);
            CREATE TABLE to_split (k int CONSTRAINT into_tree REFERENCES split);
            CREATE TABLE split_referencing (k int CONSTRAINT from_tree REFERENCES split) PARTITION BY LIST (k);
            CREATE TABLE split_referencing_1 PARTITION OF split_referencing DEFAULT;

            CREATE TABLE booking (
                room int, during tsrange, cancelled bool, label text, note text,
                CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled),
                CONSTRAINT by_expression EXCLUDE USING gist (lower(label) WITH =));
            """;

    private static CatalogFixture fixture;

    @BeforeAll
    static void read() {
        fixture = CatalogFixture.of(SCRIPT);
    }

    @Test
    void holds_checks_in_name_order_with_the_columns_they_name() {
        assertThat(fixture.relation("checked").checks())
                .containsExactly(
                        new Check("constant", "true", List.of(), false, true),
                        new Check("later", "(a <> 7)", List.of(2), false, false),
                        new Check("pair", "((b <> ''::text) OR (a < 5))", List.of(2, 3), false, true),
                        new Check("system", "(tableoid > (0)::oid)", List.of(), false, true),
                        new Check("z_first", "(a > 0)", List.of(2), false, true));
    }

    @Test
    void knows_a_check_of_the_whole_row() {
        assertThat(fixture.relation("row_wise").checks())
                .containsExactly(new Check("whole", "(app.fine(row_wise.*) AND (a <> 3))", List.of(), true, true));
    }

    @Test
    void holds_inherited_checks_with_the_heirs_own_column_numbers() {
        assertThat(fixture.relation("heir").checks())
                .extracting(Check::name)
                .containsExactly("constant", "later", "own", "pair", "system", "z_first");
        assertThat(fixture.relation("heir").checks())
                .contains(new Check("z_first", "(a > 0)", List.of(1), false, true));
    }

    @Test
    void holds_composite_self_referencing_and_unvalidated_foreign_keys() {
        long referenced = fixture.relation("referenced").oid();
        Relation referencing = fixture.relation("referencing");

        assertThat(referencing.foreignKeys())
                .containsExactly(
                        new ForeignKey("both_columns", referenced, List.of(1, 2), List.of(1, 2), true, true),
                        new ForeignKey("later", referenced, List.of(2), List.of(2), false, false),
                        new ForeignKey("self", referencing.oid(), List.of(3), List.of(4), false, true));
    }

    @Test
    void holds_both_sides_of_a_cycle() {
        Relation egg = fixture.relation("egg");
        Relation hen = fixture.relation("hen");

        assertThat(egg.foreignKeys())
                .containsExactly(new ForeignKey("laid_by", hen.oid(), List.of(2), List.of(1), false, true));
        assertThat(hen.foreignKeys())
                .containsExactly(new ForeignKey("hen_egg_fkey", egg.oid(), List.of(2), List.of(1), false, true));
    }

    @Test
    void holds_foreign_keys_of_and_to_partitioned_tables_once() {
        long split = fixture.relation("split").oid();

        assertThat(fixture.relation("to_split").foreignKeys())
                .containsExactly(new ForeignKey("into_tree", split, List.of(1), List.of(1), false, true));
        assertThat(fixture.relation("split_referencing").foreignKeys())
                .containsExactly(new ForeignKey("from_tree", split, List.of(1), List.of(1), false, true));
        assertThat(fixture.relation("split_referencing_1").foreignKeys()).isEmpty();
    }

    @Test
    void holds_exclusions_with_the_columns_of_keys_expressions_and_predicate() {
        assertThat(fixture.relation("booking").exclusions())
                .containsExactly(
                        new Exclusion("by_expression", List.of(4), List.of(new Exclusion.Element(0, "=")), List.of(4)),
                        new Exclusion(
                                "no_overlap",
                                List.of(1, 2, 3),
                                List.of(new Exclusion.Element(1, "="), new Exclusion.Element(2, "&&")),
                                List.of(3)));
        assertThat(fixture.relation("booking").uniqueIndexes()).isEmpty();
        assertThat(fixture.relation("booking").checks()).isEmpty();
    }

    @Test
    void holds_constraints_that_are_not_enforced_as_not_validated() {
        try (TestDatabase database = TestDatabase.create()) {
            assumeThat(CatalogFixture.of(database).catalog().serverVersion()).isGreaterThanOrEqualTo(180000);

            database.run("""
                    CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT lax CHECK (a > 0) NOT ENFORCED,
                        b int CONSTRAINT loose REFERENCES t NOT ENFORCED);
                    """);

            Relation t = CatalogFixture.of(database).relation("t");
            assertThat(t.checks()).containsExactly(new Check("lax", "(a > 0)", List.of(2), false, false));
            assertThat(t.foreignKeys())
                    .containsExactly(new ForeignKey("loose", t.oid(), List.of(3), List.of(1), false, false));
        }
    }
}
