package dev.sanitiser.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScratchSchemaTest {

    private static final String SCHEMAS = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'sanitiser%' ORDER BY 1";

    private TestDatabase database;

    @BeforeEach
    void create_database() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop_database() {
        database.close();
    }

    @Test
    void says_in_its_comment_what_it_is_and_when_it_goes() {
        create();

        assertThat(database.query("SELECT nspname, obj_description(oid) FROM pg_namespace WHERE nspname LIKE 'sani%'"))
                .singleElement()
                .asString()
                .matches(
                        "sanitiser_scratch_[0-9a-f]{12}\\|Sanitiser scratch schema, format 1\\. Holds sanitised copies of"
                                + " tables while a dump is made; made \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\. It is dropped"
                                + " when the run ends; if no run is active, the next one drops it\\.");
    }

    @Test
    void is_never_left_without_its_comment() {
        database.run("CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$"
                + " BEGIN RAISE EXCEPTION 'no comments here'; END $$;"
                + " CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('COMMENT') EXECUTE FUNCTION refuse()");

        assertThatThrownBy(this::create)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("Could not create the scratch schema: a function of the database raised an error"
                        + " (SQLSTATE P0001)");
        assertThat(database.query(SCHEMAS)).isEmpty();
    }

    @Test
    void drops_its_tables_and_itself() {
        ScratchSchema scratch = create();
        addTables(scratch, 3);

        drop(scratch);

        assertThat(database.query(SCHEMAS)).isEmpty();
    }

    @Test
    void long_values_of_its_tables_are_not_compressed() {
        ScratchSchema scratch = create();
        database.run("CREATE TABLE " + scratch.tableFor(1)
                + " (id int, \"Odd \"\"text\" text, doc jsonb, amount numeric);" + " CREATE TABLE other (line text)");

        try (Session session = CopySessions.open(database)) {
            session.begin();
            scratch.storeUncompressed(session);
            session.commit();
        }

        assertThat(database.query(
                        "SELECT attname, attstorage FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid"
                                + " WHERE relname IN ('t_1', 'other') AND attnum > 0 ORDER BY relname DESC, attnum"))
                .containsExactly("id|p", "Odd \"text|e", "doc|e", "amount|m", "line|x");
    }

    @Test
    void its_tables_hold_documents_as_text() {
        ScratchSchema scratch = create();
        database.run("CREATE TABLE log (id int, \"Odd \"\"doc\" jsonb NOT NULL, form json, whole jsonb)");
        TablePlan log = Sanitiser.plan(
                        database.dataSource(),
                        AllowList.parse(
                                "{\"log\": [\"id\", \"\\\"Odd \\\"\\\"doc\\\".a\", \"form.b\", \"whole\"]}",
                                "list.json"),
                        PlanOptions.defaults())
                .copiedTables()
                .get(0);
        database.run("CREATE TABLE " + scratch.tableFor(log.oid()) + " (LIKE log)");

        try (Session session = CopySessions.open(database)) {
            session.begin();
            scratch.storeAsText(session, log);
            session.commit();
        }

        assertThat(database.query("SELECT attname, atttypid::regtype, attnotnull FROM pg_attribute WHERE attnum > 0"
                        + " AND attrelid = '" + scratch.tableFor(log.oid()) + "'::regclass ORDER BY attnum"))
                .containsExactly("id|integer|f", "Odd \"doc|text|t", "form|text|f", "whole|jsonb|f");
    }

    @Test
    void drops_more_tables_than_one_transaction_may_lock() {
        ScratchSchema scratch = create();
        addTables(scratch, 120);

        drop(scratch);

        assertThat(database.query(SCHEMAS)).isEmpty();
    }

    @Test
    void drops_what_killed_runs_left() {
        addTables(create(), 60);
        addTables(create(), 1);
        create();

        dropLeftovers();

        assertThat(database.query(SCHEMAS)).isEmpty();
    }

    @Test
    void leaves_schemas_alone_that_only_look_like_its_own() {
        List<String> others = List.of(
                "sanitiser_scratch_0123456789ab",
                "sanitiser_scratch_0123456789abc",
                "sanitiser_scratch_mine",
                "sanitiserXscratch_0123456789ab");
        others.forEach(
                name -> database.run("CREATE SCHEMA \"" + name + "\"; CREATE TABLE \"" + name + "\".t_1 (a int)"));
        database.run("COMMENT ON SCHEMA sanitiser_scratch_0123456789ab IS 'Not a Sanitiser scratch schema, format 1.';"
                + " COMMENT ON SCHEMA sanitiser_scratch_mine IS 'Sanitiser scratch schema, format 1.'");

        dropLeftovers();

        assertThat(database.query(SCHEMAS)).containsExactlyInAnyOrderElementsOf(others);
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relname = 't_1'"))
                .containsExactly("4");
    }

    @Test
    void does_not_drop_a_leftover_that_holds_somebody_elses_table() {
        ScratchSchema scratch = create();
        addTables(scratch, 1);
        String schema = scratch.tableFor(1).schema();
        database.run("CREATE TABLE " + schema + ".notes (a text); INSERT INTO " + schema + ".notes VALUES ('mine')");

        assertThatThrownBy(this::dropLeftovers)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("Could not drop the scratch schema " + schema
                        + ": the server refused it (SQLSTATE 2BP01). If it holds objects that are not Sanitiser's,"
                        + " move them elsewhere and drop it.");

        assertThat(database.query("TABLE " + schema + ".notes")).containsExactly("mine");
    }

    @Test
    void does_not_drop_a_table_on_which_somebody_elses_view_depends() {
        ScratchSchema scratch = create();
        addTables(scratch, 1);
        String schema = scratch.tableFor(1).schema();
        database.run("CREATE VIEW mine AS TABLE " + schema + ".t_1");

        assertThatThrownBy(() -> drop(scratch))
                .hasMessage("Could not drop the scratch schema " + schema
                        + ": the server refused it (SQLSTATE 2BP01). If it holds objects that are not Sanitiser's,"
                        + " move them elsewhere and drop it.");

        assertThat(database.query("TABLE mine")).isEmpty();
    }

    @Test
    void ends_a_backend_that_still_works_on_a_leftover() throws Exception {
        String table = create().tableFor(1).toString();
        try (Connection orphan = database.connect()) {
            orphan.setAutoCommit(false);
            orphan.createStatement().execute("CREATE UNLOGGED TABLE " + table + " (a int)");

            dropLeftovers();

            assertThat(database.query(SCHEMAS)).isEmpty();
            assertThatThrownBy(orphan::commit).hasMessageContaining("terminating connection");
        }
    }

    @Test
    void leaves_the_backends_of_a_clone_of_the_database_alone() throws Exception {
        String table = create().tableFor(1).toString();
        try (TestDatabase clone = TestDatabase.cloneOf(database);
                Connection worker = clone.connect()) {
            worker.setAutoCommit(false);
            worker.createStatement().execute("CREATE UNLOGGED TABLE " + table + " (a int)");

            dropLeftovers();

            assertThatCode(worker::commit).doesNotThrowAnyException();
            assertThat(database.query(SCHEMAS)).isEmpty();
        }
    }

    private ScratchSchema create() {
        try (Session session = CopySessions.open(database)) {
            return ScratchSchema.create(session);
        }
    }

    private void drop(ScratchSchema scratch) {
        try (Session session = CopySessions.open(database)) {
            scratch.drop(session);
        }
    }

    private void dropLeftovers() {
        try (Session session = CopySessions.open(database)) {
            ScratchSchema.dropLeftovers(session);
        }
    }

    private void addTables(ScratchSchema scratch, int count) {
        for (int oid = 1; oid <= count; oid++) {
            database.run("CREATE UNLOGGED TABLE " + scratch.tableFor(oid) + " (a int)");
        }
    }
}
