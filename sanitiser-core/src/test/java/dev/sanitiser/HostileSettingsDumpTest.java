package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.structure.CopyMarkReader;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Resources;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever {@code ALTER DATABASE … SET} says, a dump reads and writes the same. */
class HostileSettingsDumpTest {

    private static final AllowList ALLOW_LIST =
            AllowList.parse(Resources.text(HostileSettingsDumpTest.class, "features.json"), "features.json");

    /** Takes precedence over what PostgreSQL itself has under these names. */
    private static final String EVIL_SCHEMA = """
            CREATE SCHEMA evil;
            CREATE FUNCTION evil.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''evil''::pg_catalog.text';
            CREATE FUNCTION evil.hashint8extended(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint';
            CREATE FUNCTION evil.row_number() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
            CREATE FUNCTION evil.generate_series(int, int) RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION evil.obj_description(oid, name) RETURNS text LANGUAGE sql AS 'SELECT ''evil''::pg_catalog.text';
            CREATE FUNCTION evil.nothing(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint';
            CREATE AGGREGATE evil.count(*) (SFUNC = evil.nothing, STYPE = bigint, INITCOND = '0');
            CREATE FUNCTION evil.no(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false';
            CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.no);
            CREATE FUNCTION evil.joined(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''evil''::pg_catalog.text';
            CREATE OPERATOR evil.|| (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.joined);
            CREATE DOMAIN evil.text AS pg_catalog.int4;
            CREATE DOMAIN evil.jsonb AS pg_catalog.int4;
            CREATE TABLE evil.pg_class (oid oid, relname name);
            CREATE TABLE evil.pg_namespace (oid oid, nspname name);
            """;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("standard_conforming_strings", "off"),
            Map.entry("backslash_quote", "on"),
            Map.entry("search_path", "evil, pg_catalog, public"),
            Map.entry("DateStyle", "'German, DMY'"),
            Map.entry("IntervalStyle", "sql_standard"),
            Map.entry("bytea_output", "escape"),
            Map.entry("extra_float_digits", "-15"),
            Map.entry("timezone", "'Asia/Kathmandu'"),
            Map.entry("xmloption", "document"),
            Map.entry("row_security", "on"),
            Map.entry("quote_all_identifiers", "on"),
            Map.entry("array_nulls", "off"),
            Map.entry("transform_null_equals", "on"),
            Map.entry("enable_seqscan", "off"),
            Map.entry("force_parallel_mode", "on"),
            Map.entry("client_encoding", "LATIN1"),
            Map.entry("default_transaction_read_only", "on"),
            Map.entry("default_transaction_isolation", "serializable"),
            Map.entry("default_transaction_deferrable", "on"),
            Map.entry("lock_timeout", "1"));

    @TempDir
    Path folder;

    static Stream<Named<Opening>> waysToConnect() {
        return Stream.of(
                Named.of("an application's data source", database -> Source.of(database.dataSource())),
                Named.of("an address", database -> Source.of(settings(database))));
    }

    private interface Opening {
        Source open(TestDatabase database);
    }

    private static ConnectionSettings settings(TestDatabase database) {
        return new ConnectionSettings("127.0.0.1", TestServer.port(), database.name(), "postgres", "", Map.of());
    }

    @ParameterizedTest
    @MethodSource("waysToConnect")
    void kept_values_stay_exact_and_fakes_fit(Opening opening) {
        try (TestDatabase source = TestDatabase.create();
                TestDatabase copy = TestDatabase.create()) {
            source.run(Resources.text(HostileSettingsDumpTest.class, "features.sql"));
            source.run(EVIL_SCHEMA);
            FaithfulCopy expected =
                    FaithfulCopy.of(source, Sanitiser.plan(source.dataSource(), ALLOW_LIST, PlanOptions.defaults()));
            SETTINGS.forEach((name, value) -> set(source, name, value));
            Path dump = folder.resolve("hostile.dump");

            dump(opening.open(source), ALLOW_LIST, dump);

            assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }

    @Test
    void timeouts_of_the_database_do_not_end_the_run() {
        try (TestDatabase source = TestDatabase.create();
                TestDatabase copy = TestDatabase.create()) {
            source.run("""
                    CREATE FUNCTION slow(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 FROM pg_sleep(0.15)';
                    CREATE TABLE slow_one (id int PRIMARY KEY, copied int GENERATED ALWAYS AS (slow(id)) STORED);
                    INSERT INTO slow_one SELECT generate_series(1, 4);
                    """);
            set(source, "statement_timeout", "400");
            set(source, "idle_in_transaction_session_timeout", "100");
            Path dump = folder.resolve("slow.dump");

            dump(Source.of(source.dataSource()), AllowList.parse("{\"slow_one\": [\"id\"]}", "list.json"), dump);

            assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
            assertThat(copy.query("SELECT id, copied FROM slow_one")).hasSize(4);
        }
    }

    @Test
    void the_copy_says_what_it_is_whatever_its_own_settings_are() {
        try (TestDatabase source = TestDatabase.create().run("CREATE TABLE account (id int)");
                TestDatabase copy = TestDatabase.create()) {
            Path dump = folder.resolve("small.dump");
            dump(Source.of(source.dataSource()), AllowList.parse("{\"account\": []}", "list.json"), dump);
            assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
            copy.run(EVIL_SCHEMA);
            SETTINGS.forEach((name, value) -> set(copy, name, value));

            assertThat(CopyMarkReader.read(Source.of(copy.dataSource())).marks())
                    .containsOnlyKeys("public");
            assertThat(CopyMarkReader.read(Source.of(copy.dataSource())).unmarked())
                    .containsExactly("evil");
        }
    }

    private static void dump(Source source, AllowList allowList, Path file) {
        Sanitiser.dump(source, allowList, DumpOptions.defaults(), DumpTarget.file(file), DumpListener.silent());
    }

    private static void set(TestDatabase database, String setting, String value) {
        assertThat(CommandLine.run(
                        "psql",
                        "-Xqc",
                        "ALTER DATABASE " + database.name() + " SET " + setting + " TO " + value,
                        "postgres"))
                .isEqualTo(SILENT_SUCCESS);
    }
}
