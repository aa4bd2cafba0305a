package dev.sanitiser.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that wants a value to leave it, or the draft to fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDraftTest {

    private static final String SECRET = "SECRET";

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeAll
    void fill() {
        database = TestDatabase.create().run("""
                DROP ROLE IF EXISTS draft_reader;
                CREATE ROLE draft_reader LOGIN;
                CREATE SCHEMA "s.""; DROP SCHEMA public";
                CREATE SCHEMA hidden;
                CREATE TABLE "s.""; DROP SCHEMA public"."t ';--" ("c"";' {0} ? $1" text, "SECRET name" text);
                INSERT INTO "s.""; DROP SCHEMA public"."t ';--" VALUES ('SECRET@mail.example', 'SECRET');

                CREATE DOMAIN handle AS text CHECK (VALUE <> 'x');
                CREATE COLLATION blind (provider = icu, locale = 'und', deterministic = false);
                CREATE FUNCTION shout(p point) RETURNS text LANGUAGE plpgsql
                    AS $$BEGIN RAISE EXCEPTION 'SECRET %', p; END$$;
                CREATE CAST (point AS text) WITH FUNCTION shout(point);
                CREATE TABLE t (
                    handle handle, blind text COLLATE blind, spot point, code char(30), short "char", nm name,
                    doc json, x xml, big text, folded text GENERATED ALWAYS AS (lower(big)) STORED);
                INSERT INTO t SELECT 'SECRET' || n, 'SECRET', '(1,2)', 'SECRET', 'S', 'SECRET', '{"a": "SECRET"}',
                    '<a>SECRET</a>', repeat('SECRET', 200000) FROM generate_series(1, 5) AS n;

                CREATE TABLE parted (id int, region text, email text) PARTITION BY LIST (region);
                CREATE TABLE parted_a PARTITION OF parted FOR VALUES IN ('a');
                INSERT INTO parted SELECT n, 'a', 'SECRET' || n || '@mail.example' FROM generate_series(1, 20) AS n;
                CREATE TABLE above (f text);
                CREATE TABLE below (g text) INHERITS (above);
                INSERT INTO below VALUES ('SECRET@mail.example', 'SECRET@mail.example');
                CREATE TABLE none ();
                CREATE TABLE guarded (f text);
                INSERT INTO guarded VALUES ('SECRET@mail.example');
                ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
                CREATE TABLE partly (f text, g text);
                INSERT INTO partly VALUES ('SECRET@mail.example', 'SECRET@mail.example');
                CREATE TABLE hidden.t (f text);
                INSERT INTO hidden.t VALUES ('SECRET@mail.example');
                GRANT SELECT ON ALL TABLES IN SCHEMA public, hidden TO draft_reader;
                REVOKE SELECT ON partly FROM draft_reader;
                GRANT SELECT (f) ON partly TO draft_reader;
                """);
    }

    @AfterAll
    void drop() {
        database.run("DROP OWNED BY draft_reader; DROP ROLE draft_reader");
        database.close();
    }

    @Test
    void takes_nothing_but_numbers_out_of_tables() {
        RecordingSource source = new RecordingSource(database.dataSource());

        AllowListDraft draft = Sanitiser.draft(source.dataSource(), DraftOptions.defaults());

        assertThat(verdicts(draft)).contains("above.f fake undecided", "below.f fake personal by content");
        assertThat(source.typesOfStatementsWith("\"j\".")).containsOnly("int4", "int8");
        assertThat(source.statements())
                .anyMatch(sql -> sql.contains("\"parted\""))
                .anyMatch(sql -> sql.contains("\"big\""));
        assertThat(source.values()).noneMatch(value -> value.contains(SECRET) && !value.equals("SECRET name"));
        assertThat(verdicts(draft) + draft.toJson()).doesNotContain("SECRET@").doesNotContain("SECRETSECRET");
    }

    @Test
    void drafts_a_list_that_fits() {
        AllowListDraft draft = Sanitiser.draft(database.dataSource(), DraftOptions.defaults());

        assertThat(draft.tables())
                .allSatisfy(table -> assertThat(table.contentNote())
                        .isIn(java.util.Optional.empty(), java.util.Optional.of("it has no rows")));
        assertThat(verdicts(draft)).contains("t.folded fake computed", "parted.email fake personal by name");
        AllowList list = AllowList.parse(draft.toStrictJson(), "draft.json");
        PlanOptions strict = new PlanOptions(Set.of(), Set.of(), PlanOptions.UnclassifiedColumns.ERROR);
        assertThat(Sanitiser.drift(database.dataSource(), list, strict).findings())
                .isEmpty();
    }

    @Test
    void judges_by_names_what_a_role_may_not_read() {
        PGSimpleDataSource reader = database.dataSource();
        reader.setUser("draft_reader");

        AllowListDraft draft = Sanitiser.draft(reader, DraftOptions.defaults());

        assertThat(draft.tables().stream()
                        .filter(t -> t.contentNote().isPresent())
                        .map(t -> t.name() + ": " + t.contentNote().orElseThrow()))
                .contains(
                        "guarded: row security could hide rows from this role",
                        "partly: this role may not read g",
                        "hidden.t: this role may not read f",
                        "\"s.\"\"; DROP SCHEMA public\".t ';--: this role may not read c\";' {0} ? $1, SECRET name");
        assertThat(verdicts(draft)).contains("partly.f fake personal by content", "partly.g fake undecided");
    }

    @Test
    void says_so_if_somebody_has_locked_a_table() throws Exception {
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE partly IN ACCESS EXCLUSIVE MODE");

            SanitiserException failure = Assertions.catchThrowableOfType(
                    SanitiserException.class,
                    () -> Sanitiser.draft(Source.of(database.dataSource()), DraftOptions.defaults()));

            assertThat(failure)
                    .hasMessage("Could not read the catalog: canceling statement due to lock timeout"
                            + " (SQLSTATE 55P03)");
        }
    }

    private static String verdicts(AllowListDraft draft) {
        return draft.tables().stream()
                .flatMap(t -> t.columns().stream().map(c -> DraftTest.line(t, c)))
                .collect(Collectors.joining());
    }
}
