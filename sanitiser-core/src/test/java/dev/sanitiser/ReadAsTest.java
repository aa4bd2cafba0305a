package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.Resources;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server itself holds the statements over rows to what a role was granted, column by column. */
class ReadAsTest {

    private static final DumpOptions OPTIONS =
            DumpOptions.defaults().withStrategy(Strategy.STREAM).withJobs(3).withKey(PseudonymKey.random());

    private static final String SHOP = """
            CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, phone text, joined date);
            CREATE SCHEMA audit;
            CREATE TYPE audit.kind AS ENUM ('made', 'sent');
            CREATE TABLE orders (id int NOT NULL, note text NOT NULL, kind audit.kind NOT NULL);
            INSERT INTO users SELECT n, n || '@real.example', '0' || n, now() FROM generate_series(1, 20) n;
            INSERT INTO orders SELECT n, 'real ' || n, 'made' FROM generate_series(1, 20) n;
            """;

    private static final AllowList SHOP_LIST =
            AllowList.parse("{\"users\": [\"id\", \"joined\"], \"orders\": []}", "list.json");

    @TempDir
    Path folder;

    /** Row security lets the role that connects lock the tables and fails each of its statements over rows. */
    @Test
    void no_statement_over_rows_is_run_by_the_role_that_connects() {
        try (TestDatabase source = TestDatabase.create().run("""
                        CREATE TABLE person (
                            id bigserial PRIMARY KEY, email text NOT NULL UNIQUE, age int CHECK (age < id + 200),
                            kept text);
                        CREATE TABLE visit (
                            id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            person_id bigint NOT NULL REFERENCES person,
                            guest_id bigint REFERENCES person (id),
                            note text NOT NULL,
                            kept text,
                            UNIQUE (person_id, note));
                        CREATE SEQUENCE standalone;
                        SELECT nextval('standalone') FROM generate_series(1, 9);
                        INSERT INTO person (email, age, kept)
                            SELECT 'p' || i || '@real.example', i % 90, repeat(md5(i::text), 12)
                            FROM generate_series(1, 60000) i;
                        DELETE FROM person WHERE id % 7 = 3;
                        INSERT INTO visit (person_id, guest_id, note, kept)
                            SELECT id, nullif(id, 5), 'real ' || id, md5(id::text) FROM person WHERE id < 5000;
                        ALTER TABLE person ENABLE ROW LEVEL SECURITY;
                        ALTER TABLE visit ENABLE ROW LEVEL SECURITY;
                        """);
                Readers readers = Readers.of(source).lockEverything().grant("""
                        ALTER ROLE READER BYPASSRLS;
                        GRANT SELECT (id, age, kept, ctid) ON person TO READER;
                        GRANT SELECT (kept, guest_id, ctid) ON visit TO READER;
                        """)) {
            AllowList list = AllowList.parse("{\"person\": [\"id\", \"kept\"], \"visit\": [\"kept\"]}", "list.json");

            assertThat(DataFiles.rows(dump(readers, list)))
                    .isEqualTo(DataFiles.rows(dump(Source.of(source.dataSource()), list, OPTIONS)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pagila", "graphile"})
    void the_grants_that_the_refusal_offers_are_enough_for_corpora(String name) {
        try (TestDatabase source = Corpus.orSkip(name).restore()) {
            the_offered_grants_are_enough(source, KeysOnly.and(Set.of(), Databases.catalogOf(source)));
        }
    }

    @Test
    void the_grants_that_the_refusal_offers_are_enough_for_every_feature() {
        try (TestDatabase source = TestDatabase.create().run(Resources.text(ReadAsTest.class, "features.sql"))) {
            the_offered_grants_are_enough(
                    source, AllowList.parse(Resources.text(ReadAsTest.class, "features.json"), "features.json"));
        }
    }

    private void the_offered_grants_are_enough(TestDatabase source, AllowList list) {
        try (Readers readers = Readers.of(source).lockEverything()) {
            String refusal = refusal(readers, list);

            readers.follow(refusal);

            assertThat(DataFiles.rows(dump(readers, list)))
                    .isEqualTo(DataFiles.rows(dump(Source.of(source.dataSource()), list, OPTIONS)));
        }
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        try (TestDatabase source = TestDatabase.create().run(SHOP).run("""
                        ALTER TABLE users ENABLE ROW LEVEL SECURITY;
                        CREATE TABLE empty ();
                        INSERT INTO empty DEFAULT VALUES;
                        """);
                Readers readers = Readers.of(source).lockEverything()) {
            AllowList list =
                    AllowList.parse("{\"users\": [\"id\", \"joined\"], \"orders\": [], \"empty\": []}", "list.json");
            readers.grant("GRANT SELECT (joined) ON users TO READER");

            String expected = """
                    The role %1$s may not read what the plan reads (5 problems):
                    - schema audit: GRANT USAGE ON SCHEMA "audit" TO "%1$s";
                    - empty: its rows are counted, which takes SELECT on one column of it. GRANT SELECT ON \
                    "public"."empty" TO "%1$s";
                    - orders: its rows are counted, which takes SELECT on one column of it. GRANT SELECT ("id", "ctid") \
                    ON "public"."orders" TO "%1$s";
                    - users, id, phone: GRANT SELECT ("id", "phone", "ctid") ON "public"."users" TO "%1$s";
                    - users: row security hides rows from this role. ALTER ROLE "%1$s" BYPASSRLS;
                    To keep NULL where it is, a faked column is read for where it is NULL, unless it is NOT NULL. With \
                    the generator "null" it is not read either.""".formatted(readers.reading());
            assertThat(refusal(readers, list)).isEqualTo(expected);
            assertThatThrownBy(() -> plan(readers, list)).hasMessage(expected);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void one_column_that_was_revoked() {
        try (TestDatabase source = TestDatabase.create().run(SHOP);
                Readers readers = Readers.of(source).lockEverything()) {
            readers.follow(refusal(readers, SHOP_LIST)).grant("REVOKE SELECT (joined) ON users FROM READER");

            assertThat(refusal(readers, SHOP_LIST)).isEqualTo("""
                    The role %1$s may not read what the plan reads (1 problem):
                    - users, joined: GRANT SELECT ("joined") ON "public"."users" TO "%1$s";""".formatted(readers.reading()));
        }
    }

    @Test
    void a_faked_column_is_not_read_if_it_cannot_be_null_or_always_is() {
        try (TestDatabase source = TestDatabase.create().run(SHOP);
                Readers readers = Readers.of(source).lockEverything().grant("""
                        GRANT SELECT (id) ON users TO READER;
                        GRANT SELECT (id) ON orders TO READER;
                        GRANT USAGE ON SCHEMA audit TO READER;
                        """)) {
            AllowList list = AllowList.parse("""
                    {"users": {"keep": ["id"], "fake": {"phone": "null", "joined": "null"}}, "orders": []}""", "list.json");

            assertThatCode(() -> dump(readers, list)).doesNotThrowAnyException();
        }
    }

    @Test
    void without_the_place_of_rows_a_table_is_read_as_a_whole() {
        try (TestDatabase source = TestDatabase.create()
                        .run("CREATE TABLE big (id int PRIMARY KEY, note text NOT NULL,"
                                + " kept text, doc jsonb);"
                                + "INSERT INTO big SELECT n, n, repeat(md5(n::text), 12),"
                                + " jsonb_build_object('a', n, 'b', -n) FROM generate_series(1, 60000) n");
                Readers readers =
                        Readers.of(source).lockEverything().grant("GRANT SELECT (id, kept, doc) ON big TO READER")) {
            AllowList list = AllowList.parse("{\"big\": [\"id\", \"kept\", \"doc.a\"]}", "list.json");

            assertThat(DataFiles.rows(dump(readers, list)))
                    .isEqualTo(DataFiles.rows(dump(Source.of(source.dataSource()), list, OPTIONS)));
        }
    }

    @Test
    void rows_that_are_ranked_by_their_place_take_it() {
        try (TestDatabase source = TestDatabase.create().run("""
                        CREATE TABLE seat (room int, place smallint NOT NULL, doc jsonb, UNIQUE (room, place));
                        INSERT INTO seat SELECT n / 10, n % 10, '{"a": 1}' FROM generate_series(1, 100) n;
                        """);
                Readers readers =
                        Readers.of(source).lockEverything().grant("GRANT SELECT (room, doc) ON seat TO READER")) {
            AllowList list = AllowList.parse("""
                    {"seat": {"keep": ["room", "doc.a"], "fake": {"place": {"as": "integer", "min": 0, "max": 20}}}}""", "list.json");

            assertThat(refusal(readers, list)).isEqualTo("""
                    The role %1$s may not read what the plan reads (1 problem):
                    - seat, ctid: GRANT SELECT ("ctid") ON "public"."seat" TO "%1$s";""".formatted(readers.reading()));
            assertThatCode(() -> dump(readers.follow(refusal(readers, list)), list))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_function_of_a_constraint_that_the_role_may_not_call() {
        try (TestDatabase source = TestDatabase.create().run("""
                        CREATE SCHEMA rules;
                        CREATE FUNCTION rules.fits(text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''''';
                        CREATE TABLE users (id int, name text NOT NULL CHECK (rules.fits(name)));
                        """);
                Readers readers = Readers.of(source).lockEverything().grant("GRANT SELECT (id) ON users TO READER")) {

            assertThat(refusal(readers, AllowList.parse("{\"users\": [\"id\"]}", "list.json")))
                    .isEqualTo("Could not prove the plan: permission denied for schema rules (SQLSTATE 42501)");
        }
    }

    @Test
    void a_role_of_which_the_one_that_connects_is_no_member() {
        try (TestDatabase source = TestDatabase.create().run(SHOP);
                Readers readers = Readers.of(source).lockEverything()) {
            source.run("REVOKE " + readers.reading() + " FROM " + readers.connecting());

            assertThat(refusal(readers, SHOP_LIST)).isEqualTo("""
                    The role %2$s may not read rows as %1$s, of which it is no member. Ask for: GRANT "%1$s" TO \
                    "%2$s";""".formatted(readers.reading(), readers.connecting()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody\"; RESET ROLE", "none", "", "NONE"})
    void a_role_that_does_not_exist(String role) {
        try (TestDatabase source = TestDatabase.create().run(SHOP)) {
            assertThatThrownBy(() -> dump(Source.of(source.dataSource()), SHOP_LIST, readingAs(role)))
                    .hasMessage("There is no role " + role + " to read rows as. Create it, or name another one with"
                            + " --read-as.");
        }
    }

    @Test
    void the_scratch_strategy_reads_as_nobody_else() {
        try (TestDatabase source = TestDatabase.create().run(SHOP)) {
            assertThatThrownBy(() -> dump(
                            Source.of(source.dataSource()),
                            SHOP_LIST,
                            readingAs("pg_read_all_data").withStrategy(Strategy.SCRATCH)))
                    .hasMessage(
                            "--read-as goes with --strategy stream only: the statements that fill the scratch schema"
                                    + " read and write at once, and the role that reads rows may not write.")
                    .extracting("kind")
                    .isEqualTo(FailureKind.USAGE);
        }
    }

    @Test
    void the_role_that_connects_locks_each_table_and_asks_each_sequence() {
        try (TestDatabase source = TestDatabase.create()
                        .run("CREATE TABLE users (id serial PRIMARY KEY); CREATE TABLE not_listed (id int)");
                Readers readers = Readers.of(source).grant("GRANT SELECT (id) ON users TO READER")) {

            assertThat(refusal(readers, AllowList.parse("{\"users\": [\"id\"]}", "list.json")))
                    .isEqualTo("""
                            The role %s may not lock or read what the dump needs (3 problems):
                            - table not_listed: grant SELECT on it.
                            - table users: grant SELECT on it.
                            - sequence users_id_seq: grant SELECT on it.""".formatted(readers.connecting()));
        }
    }

    @Test
    void a_role_with_columns_only_cannot_connect_alone() {
        try (TestDatabase source = TestDatabase.create().run("""
                        CREATE TABLE orders (id int, note text);
                        CREATE TABLE users (id int, email text);
                        CREATE SEQUENCE counter;
                        """);
                Readers readers = Readers.of(source).grant("""
                        ALTER ROLE READER LOGIN;
                        GRANT SELECT (id) ON users TO READER;
                        """)) {
            Readers alone = new Readers(source, readers.reading(), readers.reading());

            assertThatThrownBy(
                            () -> dump(alone.source(), AllowList.parse("{\"users\": [\"id\"]}", "list.json"), OPTIONS))
                    .hasMessage("""
                            The role %1$s may not read what the dump needs (3 problems):
                            - sequence counter: grant SELECT on it.
                            - table orders: grant SELECT on it.
                            - table users: grant SELECT on it.
                            %1$s may read some columns, which is not enough for LOCK TABLE and pg_dump. Let a role \
                            connect that has these privileges and is a member of %1$s, and read rows as this one: \
                            --strategy stream --read-as %1$s""".formatted(readers.reading()));
        }
    }

    private static DumpOptions readingAs(String role) {
        return OPTIONS.withPlan(PlanOptions.defaults().withReadAs(role));
    }

    private void plan(Readers readers, AllowList list) {
        Sanitiser.plan(readers.source(), list, PlanOptions.defaults().withReadAs(readers.reading()));
    }

    private String refusal(Readers readers, AllowList list) {
        SanitiserException refusal = catchThrowableOfType(SanitiserException.class, () -> dump(readers, list));
        assertThat(refusal).as("the dump must be refused").isNotNull();
        assertThat(refusal.kind()).isEqualTo(FailureKind.ENVIRONMENT);
        return Objects.requireNonNull(refusal.getMessage());
    }

    private Path dump(Readers readers, AllowList list) {
        return dump(readers.source(), list, readingAs(readers.reading()));
    }

    private Path dump(Source source, AllowList list, DumpOptions options) {
        Path target = unused();
        Sanitiser.dump(source, list, options, DumpTarget.directory(target), DumpListener.silent());
        return target;
    }

    private Path unused() {
        try {
            Path target = Files.createTempDirectory(folder, "dump");
            Files.delete(target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
