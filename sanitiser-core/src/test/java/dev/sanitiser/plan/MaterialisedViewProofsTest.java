package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sanitiser.testing.PlannedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A unique index of a materialised view must hold when the restored copy refreshes it from fakes. */
class MaterialisedViewProofsTest {

    private static final String REPEATS = "- v, unique index v_key: refreshed from the copy, the view repeats a key. ";

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE SCHEMA "odd ""schema";
                CREATE EXTENSION postgres_fdw;
                CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'localhost');
                CREATE FOREIGN TABLE remote (id int) SERVER elsewhere;

                CREATE TABLE town (id int PRIMARY KEY, name text, mayor text,
                    size int GENERATED ALWAYS AS (length(name)) STORED);
                INSERT INTO town SELECT i, repeat('x', i), 'm' || i FROM generate_series(1, 300) i;
                CREATE TABLE visit (town int REFERENCES town, at date, guest text) PARTITION BY RANGE (at);
                CREATE TABLE visit_1 PARTITION OF visit FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                CREATE TABLE visit_2 PARTITION OF visit FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
                INSERT INTO visit SELECT 1 + i % 300, date '2020-01-01' + i, i FROM generate_series(0, 700) i;
                CREATE TABLE place (id int, name varchar(1));
                CREATE TABLE harbour (ships int) INHERITS (place);
                INSERT INTO place SELECT i, chr(i) FROM generate_series(60, 90) i;
                INSERT INTO harbour SELECT i, chr(i) FROM generate_series(91, 120) i;
                CREATE TABLE "odd ""schema"."from" (a int, "b""c" text);
                INSERT INTO "odd ""schema"."from" SELECT i, i FROM generate_series(1, 200) i;
                CREATE TABLE "odd ""schema".town (id int, name text);
                INSERT INTO "odd ""schema".town VALUES (1, 'x');

                CREATE VIEW visited AS SELECT t.name, count(v.town) AS visits
                    FROM town t LEFT JOIN visit v ON v.town = t.id GROUP BY t.id, t.name;
                CREATE MATERIALIZED VIEW grouped AS SELECT name, count(*) AS n FROM town GROUP BY name;
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @AfterEach
    void drop_the_view() {
        database.database().run("DROP MATERIALIZED VIEW IF EXISTS v");
    }

    private static void create(String query, String key) {
        database.database().run("CREATE MATERIALIZED VIEW v AS " + query + "; CREATE UNIQUE INDEX v_key ON v " + key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT name FROM town                                  | (name)         | {"town": ["id", "name"]}
            SELECT size FROM town                                  | (size)         | {"town": ["name"]}
            SELECT id, mayor FROM town                             | (id)           | {"town": []}
            SELECT name, count(*) FROM town GROUP BY name          | (name)         | {"town": []}
            SELECT t.name, n.n FROM grouped t, grouped n WHERE n.name = t.name | (name) | {"town": []}
            SELECT at, count(*) FROM visit GROUP BY at             | (at)           | {"visit": ["at"], "town": []}
            SELECT DISTINCT name FROM place                        | (name)         | {"place": [], "harbour": []}
            SELECT name FROM place                                 | (name)         | {"place": ["name"], "harbour": ["name"]}
            SELECT "b""c" AS "x y" FROM "odd ""schema"."from"      | ("x y")        | {"\\"odd \\"\\"schema\\".from": ["b\\"c"]}
            SELECT name FROM (VALUES ('a'), ('a')) v(name) GROUP BY name | (name)   | {"town": []}
            SELECT mayor FROM town WHERE name = 'no such'          | (mayor)        | {"town": []}
            SELECT name, id FROM town                              | (name) WHERE id < 2 | {"town": ["id"]}
            SELECT nullif(left(name, 0), '') AS n FROM town        | (n)            | {"town": []}
            """)
    void a_view_whose_key_still_holds_is_accepted(String query, String key, String allowList) {
        create(query, key);

        assertThatCode(() -> database.plan(allowList)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT name, mayor FROM town                            | (name)         | {"town": ["id"]} | town.mayor, town.name
            SELECT size FROM town                                   | (size)         | {"town": ["id"]} | town.size
            SELECT town.id, town.mayor FROM public.town             | (lower(mayor)) | {"town": ["id"]} | town.mayor
            SELECT name, id FROM town                               | (name) WHERE id > 2 | {"town": ["id"]} | town.name
            SELECT name, visits FROM visited                        | (name)         | {"town": ["id"], "visit": ["at", "town"]} | town.name
            SELECT concat(left(g.name, 1), length(g.name)) AS k FROM grouped g | (k) | {"town": ["id"]} | town.name
            SELECT guest, at FROM visit                             | (guest)        | {"visit": ["at"], "town": []} | visit.guest
            SELECT name FROM place                                  | (name)         | {"place": ["id"], "harbour": ["id"]} | place.name
            WITH town AS (SELECT name FROM town) SELECT name FROM town | (name)      | {"town": []} | town.name
            """)
    void a_view_that_would_repeat_a_key_is_refused(String query, String key, String allowList, String faked) {
        create(query, key);

        assertThat(database.refusal(allowList)).isEqualTo(REPEATS + "Keep " + faked + ".");
    }

    @Test
    void a_view_may_repeat_a_key_because_rows_are_missing() {
        create(
                "SELECT coalesce(t.name, 'none') AS name FROM generate_series(1, 3) i LEFT JOIN town t ON t.id = i",
                "(name)");

        assertThat(database.refusal("{\"visit\": [\"at\"]}"))
                .isEqualTo(REPEATS + "Copy the rows of all tables that it reads.");
    }

    @Test
    void NULL_repeats_a_key_where_NULLs_are_equal() {
        create("SELECT nullif(left(name, 0), '') AS n FROM town WHERE id < 2 OR mayor < ''", "(n) NULLS NOT DISTINCT");
        assertThatCode(() -> database.plan("{\"town\": [\"id\"]}")).doesNotThrowAnyException();
        drop_the_view();
        create("SELECT nullif(mayor, 'm' || id) AS n FROM town WHERE id < 2", "(n) NULLS NOT DISTINCT");
        assertThatCode(() -> database.plan("{\"town\": [\"id\"]}")).doesNotThrowAnyException();
    }

    @Test
    void what_cannot_be_proven_is_refused() {
        create("SELECT a.name, b.name AS other FROM town a, \"odd \"\"schema\".town b", "(name, other)");
        assertThat(database.refusal("{\"town\": [], \"\\\"odd \\\"\\\"schema\\\".town\": []}"))
                .isEqualTo("""
                - v: its unique index must hold when it is refreshed from the copy, which this version cannot prove because \
                it reads several relations called town. Keep "odd ""schema".town.name, town.name.""");
        drop_the_view();
        database.database()
                .run("CREATE MATERIALIZED VIEW v AS SELECT id FROM remote WITH NO DATA;"
                        + "CREATE UNIQUE INDEX v_key ON v (id)");
        assertThat(database.refusal("{\"town\": []}")).isEqualTo("""
                - v: its unique index must hold when it is refreshed from the copy, which this version cannot prove because \
                it reads the foreign table remote. Copy the rows of all tables that it reads.""");
    }

    @Test
    void a_query_that_fails_on_fakes_is_refused() {
        create("SELECT substr(mayor, 2)::int AS number FROM town", "(number)");

        assertThat(database.refusal("{\"town\": []}"))
                .isEqualTo(REPEATS + "Keep town.mayor. (PostgreSQL: the server refused it (SQLSTATE 22P02))");
    }
}
