package dev.sanitiser.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogUniqueIndexesTest {

    private static final String SCRIPT = """
            CREATE FUNCTION digest(anyelement) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
            CREATE TABLE t (a int, b text, c text, d bool, e int, PRIMARY KEY (e, a));
            ALTER TABLE t ADD CONSTRAINT deferred UNIQUE (c) DEFERRABLE INITIALLY DEFERRED;
            CREATE INDEX not_unique ON t (d);
            CREATE UNIQUE INDEX expressions ON t (lower(b), a, (b || c)) INCLUDE (e);
            CREATE UNIQUE INDEX included ON t (b) INCLUDE (c, d);
            CREATE UNIQUE INDEX partial ON t (b) WHERE d AND a > 0;
            CREATE UNIQUE INDEX whole_row ON t (digest(t));
            INSERT INTO t VALUES (1, 'x', 'y', false, 1);

            CREATE MATERIALIZED VIEW totals AS SELECT a, count(*) FROM t GROUP BY a;
            CREATE UNIQUE INDEX totals_key ON totals (a);

            CREATE TABLE tree (k int PRIMARY KEY, v text) PARTITION BY RANGE (k);
            CREATE TABLE leaf PARTITION OF tree FOR VALUES FROM (0) TO (10);
            CREATE UNIQUE INDEX only_root ON ONLY tree (v, k);

            """;

    private static CatalogFixture fixture;

    @BeforeAll
    static void read() {
        fixture = CatalogFixture.of(SCRIPT);
    }

    private static UniqueIndex plain(String name, Integer... keys) {
        return new UniqueIndex(name, false, List.of(keys), List.of(), Optional.empty(), List.of(), false, false);
    }

    private static UniqueIndex primaryKey(String name, Integer... keys) {
        return new UniqueIndex(name, true, List.of(keys), List.of(), Optional.empty(), List.of(), false, false);
    }

    @Test
    void holds_unique_indexes_with_and_without_a_constraint_in_name_order() {
        assertThat(fixture.relation("t").uniqueIndexes())
                .containsExactly(
                        plain("deferred", 3),
                        new UniqueIndex(
                                "expressions",
                                false,
                                List.of(0, 1, 0),
                                List.of("lower(b)", "((b || c))"),
                                Optional.empty(),
                                List.of(2, 3),
                                false,
                                false),
                        plain("included", 2),
                        new UniqueIndex(
                                "partial",
                                false,
                                List.of(2),
                                List.of(),
                                Optional.of("(d AND (a > 0))"),
                                List.of(1, 4),
                                false,
                                false),
                        primaryKey("t_pkey", 5, 1),
                        new UniqueIndex(
                                "whole_row",
                                false,
                                List.of(0),
                                List.of("public.digest(t.*)"),
                                Optional.empty(),
                                List.of(1, 2, 3, 4, 5),
                                false,
                                false));
    }

    @Test
    void holds_unique_indexes_of_materialised_views() {
        assertThat(fixture.relation("totals").uniqueIndexes()).containsExactly(plain("totals_key", 1));
    }

    @Test
    void holds_unique_indexes_of_partitioned_tables_and_of_their_partitions() {
        assertThat(fixture.relation("tree").uniqueIndexes()).containsExactly(primaryKey("tree_pkey", 1));
        assertThat(fixture.relation("leaf").uniqueIndexes()).containsExactly(primaryKey("leaf_pkey", 1));
    }

    @Test
    void leaves_out_an_index_whose_concurrent_creation_failed() {
        try (TestDatabase database = TestDatabase.create()) {
            database.run("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
            assertThatThrownBy(() -> database.run("CREATE UNIQUE INDEX CONCURRENTLY invalid ON t (a)"))
                    .hasMessageContaining("could not create unique index");

            assertThat(CatalogFixture.of(database).relation("t").uniqueIndexes())
                    .isEmpty();
        }
    }

    @Test
    void knows_where_nulls_are_equal() {
        try (TestDatabase database = TestDatabase.create()) {
            assumeThat(CatalogFixture.of(database).catalog().serverVersion()).isGreaterThanOrEqualTo(150000);

            database.run("CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT)");

            assertThat(CatalogFixture.of(database).relation("t").uniqueIndexes())
                    .containsExactly(new UniqueIndex(
                            "t_a_key", false, List.of(1), List.of(), Optional.empty(), List.of(), true, false));
        }
    }

    @Test
    void knows_keys_without_overlaps() {
        try (TestDatabase database = TestDatabase.create()) {
            assumeThat(CatalogFixture.of(database).catalog().serverVersion()).isGreaterThanOrEqualTo(180000);

            database.run("""
                    CREATE EXTENSION btree_gist;
                    CREATE TABLE t (room int, during tsrange, PRIMARY KEY (room, during WITHOUT OVERLAPS));
                    """);

            Relation t = CatalogFixture.of(database).relation("t");
            assertThat(t.uniqueIndexes())
                    .containsExactly(new UniqueIndex(
                            "t_pkey", true, List.of(1, 2), List.of(), Optional.empty(), List.of(), false, true));
            assertThat(t.exclusions()).isEmpty();
        }
    }
}
