package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.testing.PlannedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Design rule F9: what it takes for rows to change their partition. */
class PartitionRulesTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TYPE mood AS ENUM ('sad', 'ok');

                CREATE TABLE ranged (id int, at date) PARTITION BY RANGE (at);
                CREATE TABLE ranged_1 PARTITION OF ranged FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                CREATE TABLE expressed (id int, at date) PARTITION BY RANGE (date_part('year', at));
                CREATE TABLE expressed_1 PARTITION OF expressed FOR VALUES FROM (2020) TO (2021);
                CREATE TABLE listed (id int, kind text) PARTITION BY LIST (kind);
                CREATE TABLE listed_a PARTITION OF listed FOR VALUES IN ('a');
                CREATE TABLE listed_else PARTITION OF listed DEFAULT;
                CREATE TABLE digested (id int, k text) PARTITION BY LIST (md5(k));
                CREATE TABLE digested_a PARTITION OF digested FOR VALUES IN ('0cc175b9c0f1b6a831c399e269772661');
                CREATE TABLE digested_else PARTITION OF digested DEFAULT;
                CREATE TABLE narrow (id int, k text) PARTITION BY LIST (md5(k));
                CREATE TABLE narrow_a PARTITION OF narrow FOR VALUES IN ('0cc175b9c0f1b6a831c399e269772661');
                INSERT INTO digested VALUES (1, 'a');
                INSERT INTO narrow VALUES (1, 'a');
                CREATE TABLE hashed (id int, k text) PARTITION BY HASH (k);
                CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE hashed_1 PARTITION OF hashed FOR VALUES WITH (MODULUS 4, REMAINDER 1);
                CREATE TABLE hashed_3 PARTITION OF hashed FOR VALUES WITH (MODULUS 4, REMAINDER 3);
                CREATE TABLE gappy (id int, k text) PARTITION BY HASH (k);
                CREATE TABLE gappy_0 PARTITION OF gappy FOR VALUES WITH (MODULUS 3, REMAINDER 0);
                CREATE TABLE gappy_1 PARTITION OF gappy FOR VALUES WITH (MODULUS 3, REMAINDER 1);
                CREATE TABLE by_mood (id int, m mood) PARTITION BY HASH (m);
                CREATE TABLE by_mood_0 PARTITION OF by_mood FOR VALUES WITH (MODULUS 2, REMAINDER 0);

                CREATE TABLE sideways (kind text, region int) PARTITION BY LIST (md5(kind));
                CREATE TABLE sideways_a PARTITION OF sideways FOR VALUES IN ('0cc175b9c0f1b6a831c399e269772661') PARTITION BY RANGE (region);
                CREATE TABLE sideways_a_1 PARTITION OF sideways_a FOR VALUES FROM (0) TO (10);
                CREATE TABLE sideways_else PARTITION OF sideways DEFAULT;
                INSERT INTO sideways VALUES ('a', 1);

                CREATE TABLE own (id int, kind text, n int, note text CHECK (note <> ''))
                    PARTITION BY LIST (md5(kind));
                CREATE TABLE own_a PARTITION OF own FOR VALUES IN ('0cc175b9c0f1b6a831c399e269772661');
                CREATE TABLE own_else PARTITION OF own DEFAULT;
                ALTER TABLE own_a ADD UNIQUE (id), ADD CHECK (n > 0), ALTER note SET NOT NULL,
                    ADD EXCLUDE USING btree (n WITH =), ADD FOREIGN KEY (n) REFERENCES own_a (id);
                INSERT INTO own VALUES (1, 'a', 1, 'note');
                CREATE TABLE own_mood (id int, m mood, UNIQUE (id, m)) PARTITION BY HASH (m);
                CREATE TABLE own_mood_0 PARTITION OF own_mood FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE UNIQUE INDEX own_mood_id ON own_mood_0 (id);
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void rows_with_a_kept_key_stay_in_their_partition() {
        assertThat(loadedThrough("ranged_1", "{\"ranged\": [\"at\"]}")).isEqualTo("itself");
        assertThat(loadedThrough("expressed_1", "{\"expressed\": [\"at\"]}")).isEqualTo("itself");
        assertThat(loadedThrough("hashed_0", "{\"hashed\": [\"k\"]}")).isEqualTo("itself");
        assertThat(loadedThrough("own_a", "{\"own\": [\"id\", \"kind\", \"n\", \"note\"]}"))
                .isEqualTo("itself");
    }

    @Test
    void fakes_that_fit_their_partition_stay_there() {
        assertThat(loadedThrough("ranged_1", "{\"ranged\": [\"id\"]}")).isEqualTo("itself");
        assertThat(loadedThrough("expressed_1", "{\"expressed\": [\"id\"]}")).isEqualTo("itself");
        assertThat(loadedThrough("listed_a", "{\"listed\": [\"id\"]}")).isEqualTo("itself");
        assertThat(loadedThrough("listed_else", "{\"listed\": [\"id\"]}")).isEqualTo("itself");
    }

    @Test
    void rows_whose_fakes_fit_no_partition_are_routed_anew() {
        assertThat(loadedThrough("digested_a", "{\"digested\": [\"id\"]}")).isEqualTo("digested");
        assertThat(loadedThrough("hashed_3", "{\"hashed\": [\"id\"]}")).isEqualTo("hashed");
    }

    @Test
    void a_faked_key_needs_a_partition_for_every_value() {
        assertThat(database.refusal("{\"narrow\": [\"id\"]}")).isEqualTo("""
                - narrow: rows change their partition because k is faked, and a row may fit no partition of it. Keep k, \
                or give it a DEFAULT partition.""");
        assertThat(database.refusal("{\"gappy\": [\"id\"]}")).isEqualTo("""
                - gappy: rows change their partition because k is faked, and a row may fit no partition of it. Keep k, \
                or give it the partitions that it lacks.""");
    }

    @Test
    void the_hash_of_an_enum_needs_a_partition_for_every_value() {
        assertThat(database.refusal("{\"by_mood\": [\"id\", \"m\"]}")).isEqualTo("""
                - by_mood: rows change their partition because the key hashes an enum, and a row may fit no partition of \
                it. Give it the partitions that it lacks.""");
    }

    @Test
    void every_partitioned_table_that_a_row_may_come_to_must_take_it() {
        assertThat(database.refusal("{\"sideways\": [\"region\"]}")).isEqualTo("""
                - sideways_a: rows change their partition because kind is faked, and a row may fit no partition of it. \
                Keep kind, or give it a DEFAULT partition.""");
    }

    @Test
    void constraints_of_one_partition_keep_rows_from_coming() {
        assertThat(database.refusal("{\"own\": [\"id\", \"n\", \"note\"]}")).isEqualTo("""
                - own_a, unique index own_a_id_key holds for this partition alone: rows change their partition because \
                kind is faked, and a row that comes from elsewhere may not satisfy it. Keep kind, or declare it on own.
                - own_a, constraint own_a_n_check holds for this partition alone: rows change their partition because kind \
                is faked, and a row that comes from elsewhere may not satisfy it. Keep kind, or declare it on own.
                - own_a, exclusion constraint own_a_n_excl holds for this partition alone: rows change their partition \
                because kind is faked, and a row that comes from elsewhere may not satisfy it. Keep kind, or declare it on \
                own.
                - own_a, NOT NULL of note holds for this partition alone: rows change their partition because kind is \
                faked, and a row that comes from elsewhere may not satisfy it. Keep kind, or declare it on own.
                - own_a, foreign key own_a_n_fkey holds for this partition alone: rows change their partition because kind \
                is faked, and a row that comes from elsewhere may not satisfy it. Keep kind, or declare it on own.
                - own_a, foreign key own_a_n_fkey of own_a holds for this partition alone: rows change their partition \
                because kind is faked, and a row that comes from elsewhere may not satisfy it. Keep kind, or declare it on \
                own.""");
        assertThat(database.refusal("{\"own_mood\": [\"id\", \"m\"]}")).isEqualTo("""
                - own_mood_0, unique index own_mood_id holds for this partition alone: rows change their partition because \
                the key hashes an enum, and a row that comes from elsewhere may not satisfy it. Declare it on own_mood.""");
    }

    private static String loadedThrough(String table, String allowList) {
        return database.table(table, allowList)
                .loadedThrough()
                .map(QualifiedName::toString)
                .orElse("itself");
    }
}
