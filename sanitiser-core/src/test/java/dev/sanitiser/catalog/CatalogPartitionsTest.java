package dev.sanitiser.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Partitioning.Strategy;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogPartitionsTest {

    private static final String SCRIPT = """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TYPE mood_row AS (m mood);
            CREATE DOMAIN mood_domain AS mood;

            CREATE TABLE listed (gone int, k text, v int) PARTITION BY LIST (k);
            ALTER TABLE listed DROP COLUMN gone;
            CREATE TABLE listed_other PARTITION OF listed DEFAULT PARTITION BY RANGE (v, k);
            CREATE TABLE listed_other_low PARTITION OF listed_other FOR VALUES FROM (0, 'a') TO (5, 'b');

            CREATE TABLE by_expression (a text, b int, c date, d int) PARTITION BY RANGE (lower(a), c, abs(b + 1));
            CREATE TABLE list_of_enum (m mood) PARTITION BY LIST (m);
            CREATE TABLE hash_of_text (k text, m mood) PARTITION BY HASH (k);
            CREATE TABLE hash_of_enum (k text, m mood) PARTITION BY HASH (k, m);
            CREATE TABLE hash_of_domain (m mood_domain) PARTITION BY HASH (m);
            CREATE TABLE hash_of_array (m mood[]) PARTITION BY HASH (m);
            CREATE TABLE hash_of_row (m mood_row) PARTITION BY HASH (m);
            CREATE TABLE hash_of_expression (a int, m mood[]) PARTITION BY HASH (a, (m[1]));
            """;

    private static CatalogFixture fixture;

    @BeforeAll
    static void read() {
        fixture = CatalogFixture.of(SCRIPT);
    }

    @Test
    void knows_each_level_of_a_tree() {
        assertThat(fixture.relation("listed").partitioning())
                .contains(new Partitioning(Strategy.LIST, List.of(2), false, true));
        assertThat(fixture.relation("listed_other").partitioning())
                .contains(new Partitioning(Strategy.RANGE, List.of(1, 2), false, false));
        assertThat(fixture.relation("listed_other_low").partitioning()).isEmpty();
    }

    @Test
    void knows_the_direct_ancestor_of_a_partition() {
        assertThat(fixture.relation("listed").partitionOf()).isEmpty();
        assertThat(fixture.relation("listed_other").partitionOf())
                .hasValue(fixture.relation("listed").oid());
        assertThat(fixture.relation("listed_other_low").partitionOf())
                .hasValue(fixture.relation("listed_other").oid());
        assertThat(fixture.relation("listed_other_low").inherits()).isEmpty();
    }

    @Test
    void finds_the_columns_inside_key_expressions() {
        assertThat(fixture.relation("by_expression").partitioning())
                .contains(new Partitioning(Strategy.RANGE, List.of(1, 2, 3), false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "list_of_enum,       false",
        "hash_of_text,       false",
        "hash_of_enum,       true",
        "hash_of_domain,     true",
        "hash_of_array,      true",
        "hash_of_row,        true",
        "hash_of_expression, true"
    })
    void knows_where_the_hash_depends_on_the_oids_of_labels(String table, boolean hashOfEnum) {
        assertThat(fixture.relation(table).partitioning())
                .hasValueSatisfying(
                        partitioning -> assertThat(partitioning.hashOfEnum()).isEqualTo(hashOfEnum));
    }
}
