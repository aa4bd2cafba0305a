package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents of which a list keeps some paths. */
class KeptPathsTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TABLE account (
                    id int PRIMARY KEY,
                    settings jsonb,
                    name text,
                    "settings.email" text,
                    theme text GENERATED ALWAYS AS (settings ->> 'theme') STORED);
                INSERT INTO account (id, settings) VALUES
                    (1, '{"theme": "dark", "email": "ann@corp.com", "size": 12.50, "on": false, "none": null}'),
                    (2, '{"theme": {"secret": "ann"}, "size": ["ann@corp.com", 7, true, null, {"a": 1}, [2]]}'),
                    (3, '{"items": [{"sku": "A-1", "buyer": "ann"}, {"buyer": "bob"}, "ann", 5, false, null, [1]]}'),
                    (4, '{"items": {"sku": "A-2"}, "address": {"city": "Ulm", "street": "x", "geo": {"lat": 1.5, "lon": 2}}}'),
                    (5, '{"address": "ann@corp.com", "tags": ["x", ["y", "z"], {"k": "v"}], "it''s \\"odd\\"": "kept"}'),
                    (6, '["ann@corp.com", 7]'),
                    (7, '"ann@corp.com"'),
                    (8, 'null'),
                    (9, NULL),
                    (10, '{}');
                CREATE DOMAIN profile AS jsonb CHECK (VALUE ? 'theme');
                CREATE DOMAIN note AS json;
                CREATE TABLE visit (
                    id int PRIMARY KEY,
                    "odd ""name"".[]" profile,
                    note note NOT NULL,
                    place jsonb CHECK (place ? 'lat'));
                INSERT INTO visit VALUES
                    (1, '{"theme": "dark", "by": "ann"}', '{ "a" : 1, "a":  "ann", "b": "x" }', '{"lat": 5.25, "who": "ann"}');
                CREATE TABLE log (day date NOT NULL, entry jsonb) PARTITION BY RANGE (day);
                CREATE TABLE log_2024 PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                CREATE TABLE log_rest (entry jsonb, day date NOT NULL);
                ALTER TABLE log ATTACH PARTITION log_rest DEFAULT;
                INSERT INTO log VALUES ('2024-02-03', '{"level": 1, "who": "ann"}'), ('2023-02-03', '{"level": 2, "who": "bob"}');
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static List<String> copied(String list, String query) {
        try (TestDatabase copy = database.copy(list, DumpOptions.defaults())) {
            return copy.query(query);
        }
    }

    private static List<String> settings(String keep) {
        return copied("{\"account\": [\"id\", " + keep + "]}", "SELECT settings FROM account ORDER BY id");
    }

    @Test
    void scalars_are_real_and_keys_without_a_path_are_dropped() {
        assertThat(settings("\"settings.theme\", \"settings.size\", \"settings.on\", \"settings.none\""))
                .containsExactly(
                        "{\"on\": false, \"none\": null, \"size\": 12.50, \"theme\": \"dark\"}",
                        "{\"size\": [\"lorem ipsum\", 1, true, null, {}, []], \"theme\": {}}",
                        "{}",
                        "{}",
                        "{}",
                        "[]",
                        "\"lorem ipsum\"",
                        "null",
                        "null",
                        "{}");
    }

    @Test
    void paths_lead_into_objects_and_arrays() {
        assertThat(settings("""
                "settings.items[].sku", "settings.address.city", "settings.address.geo.lat", "settings.tags[]",
                "settings.\\"it's \\"\\"odd\\"\\"\\""\
                """))
                .containsExactly(
                        "{}",
                        "{}",
                        "{\"items\": [{\"sku\": \"A-1\"}, {}, \"lorem ipsum\", 1, true, null, []]}",
                        "{\"items\": {}, \"address\": {\"geo\": {\"lat\": 1.5}, \"city\": \"Ulm\"}}",
                        "{\"tags\": [\"x\", [\"lorem ipsum\", \"lorem ipsum\"], {}], \"address\": \"lorem ipsum\","
                                + " \"it's \\\"odd\\\"\": \"kept\"}",
                        "[]",
                        "\"lorem ipsum\"",
                        "null",
                        "null",
                        "{}");
    }

    @Test
    void many_keys_and_odd_ones_are_written_as_postgresql_writes_them() {
        String members = IntStream.range(0, 200)
                .filter(i -> i % 3 == 0)
                .mapToObj(i -> "\"k" + i + "\": \"" + i + "\"")
                .collect(Collectors.joining(", "));
        String paths =
                IntStream.range(0, 200).mapToObj(i -> "\"entry.k" + i + "\"").collect(Collectors.joining(", "));
        String list = "{\"log\": [\"id\", " + paths + ", \"entry.\u00e9\", \"entry.\u00e9.x\", \"entry.zz\","
                + " \"entry.tab\\tkey\\u0001\\\\\"]}";
        try (PlannedDatabase odd = PlannedDatabase.of("CREATE TABLE log (id int, entry jsonb);"
                + " INSERT INTO log VALUES (1, '{" + members + ", \"secret\": 1}'),"
                + " (2, '{\"tab\\tkey\\u0001\\\\\": \"a\\nb\", \"\u00e9\": {\"x\": 1e3}, \"zz\": true}')")) {
            String streamed = Database.withoutConnection()
                    .renderInlined(odd.table("log", list).selectAsStored(RowRange.WHOLE_TABLE));

            assertThat(odd.database().query(streamed))
                    .isEqualTo(odd.database().query("SELECT id, (entry - 'secret')::text FROM log"));
        }
    }

    @Test
    void documents_may_be_arrays() {
        assertThat(settings("\"settings[]\", \"settings.tags[][]\""))
                .containsExactly(
                        "{}",
                        "{}",
                        "{}",
                        "{}",
                        "{\"tags\": [\"lorem ipsum\", [\"y\", \"z\"], {}]}",
                        "[\"ann@corp.com\", 7]",
                        "\"lorem ipsum\"",
                        "null",
                        "null",
                        "{}");
    }

    @Test
    void null_stays_null_and_generated_columns_follow() {
        assertThat(copied(
                        "{\"account\": [\"id\", \"settings.theme\"]}",
                        "SELECT id, theme, settings IS NULL FROM account WHERE id IN (1, 3, 8, 9) ORDER BY id"))
                .containsExactly("1|dark|f", "3|null|f", "8|null|f", "9|null|t");
    }

    @Test
    void a_column_of_that_name_wins() {
        assertThat(database.table("account", "{\"account\": [\"settings.email\"]}")
                        .columns())
                .extracting(c -> c.treatment().label())
                .containsExactly("fake", "fake", "fake", "keep", "computed");
    }

    @Test
    void scratch_tables_hold_documents_as_text_where_neither_a_domain_nor_a_generated_column_needs_them() {
        assertThat(textInClone("log_2024", "{\"log\": [\"day\", \"entry.level\"]}"))
                .containsExactly("entry");
        assertThat(textInClone("visit", """
                {"visit": ["id", "\\"odd \\"\\"name\\"\\".[]\\".theme", "note.a", "place.lat"]}
                """)).containsExactly("place");
        assertThat(textInClone("account", "{\"account\": [\"id\", \"settings.theme\"]}"))
                .isEmpty();
        assertThat(textInClone("log_2024", "{\"log\": [\"day\", \"entry\"]}")).isEmpty();
    }

    private static List<String> textInClone(String table, String list) {
        return database.table(table, list).textInClone().stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void json_and_domains_keep_their_types_and_constraints() {
        String list = """
                {"visit": ["id", "\\"odd \\"\\"name\\"\\".[]\\".theme", "note.a", "place.lat"]}
                """;

        assertThat(copied(list, "SELECT *, pg_typeof(note) FROM visit"))
                .containsExactly("1|{\"theme\": \"dark\"}|{\"a\": \"ann\"}|{\"lat\": 5.25}|note");
    }

    @Test
    void constraints_are_proven_of_the_documents_as_the_copy_has_them() {
        assertThat(database.refusal("""
                {"visit": ["id", "\\"odd \\"\\"name\\"\\".[]\\".by", "place.who"]}
                """)).isEqualTo("""
                - visit, constraint visit_place_check on place: the fakes do not satisfy CHECK ((place ? 'lat'::text)). \
                Keep the columns, or name a generator that fits under "fake".
                - visit.odd "name".[]: documents with kept paths do not satisfy the constraints of its type \
                public.profile: profile_check CHECK ((VALUE ? 'theme'::text)). Keep the columns, or name a generator that \
                fits under "fake". (PostgreSQL: the server refused it (SQLSTATE 23514, schema public, type profile, \
                constraint profile_check))""");
    }

    @Test
    void every_partition_keeps_the_paths() {
        assertThat(copied("{\"log\": [\"day\", \"entry.level\"]}", "SELECT * FROM log ORDER BY day"))
                .containsExactly("2023-02-03|{\"level\": 2}", "2024-02-03|{\"level\": 1}");
    }

    @Test
    void the_plan_tells_the_paths() {
        ColumnPlan settings = database.table("account", "{\"account\": [\"settings.\\\"a.b\\\"[].c\"]}")
                .columns()
                .get(1);

        assertThat(settings.treatment().label()).isEqualTo("paths");
        assertThat(settings.treatment().reason()).isEqualTo("paths listed under keep");
        assertThat(settings.treatment())
                .isInstanceOfSatisfying(
                        ColumnTreatment.KeepPaths.class,
                        t -> assertThat(t.paths()).hasToString("[settings.\"a.b\"[].c]"));
    }

    @Test
    void strict_plans_count_a_column_with_paths_as_classified() {
        PlanOptions strict = new PlanOptions(Set.of(), Set.of(), PlanOptions.UnclassifiedColumns.ERROR);

        assertThat(database.refusal("{\"account\": [\"id\", \"settings.theme\"]}", strict))
                .isEqualTo("""
                - list.json:1:2  table "account" has columns that are neither kept nor faked: \
                "name", "settings.email"; put them under "keep", or write "fake": {"name": "auto", \
                "settings.email": "auto"}""");
    }

    @Test
    void paths_that_lead_nowhere_are_refused() {
        assertThat(database.refusal("""
                {"account": {
                  "keep": ["preferences.theme", "name.first", "theme.a", "settings.b", "settings.c",
                    "settings.", "settings[0]", "settings.emial"],
                  "fake": {"settings": "auto"}}}
                """)).isEqualTo("""
                - list.json:2:12  path "preferences.theme" of table "account" needs a column "preferences", which the table \
                does not have
                - list.json:2:33  path "name.first" of table "account" leads into a column of type text; paths lead into \
                json and jsonb only. Keep the column, or remove the path.
                - list.json:2:47  path "theme.a" of table "account" leads into a column of type text; paths lead into json \
                and jsonb only. Keep the column, or remove the path.
                - list.json:2:58  path "settings.b" leads into column "settings" of table "account", which is also listed \
                under "fake"; remove one of the two
                - list.json:3:5  table "account" has no column "settings."; did you mean "settings"?
                - list.json:3:18  table "account" has no column "settings[0]"; did you mean "settings"?""");
        assertThat(database.refusal("{\"account\": [\"settings\", \"settings.theme\"]}"))
                .isEqualTo(
                        "- list.json:1:26  path \"settings.theme\" leads into column \"settings\" of table \"account\","
                                + " which is also kept as a whole; remove one of the two");
    }
}
