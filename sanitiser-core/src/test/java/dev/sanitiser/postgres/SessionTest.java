package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.Background;
import dev.sanitiser.testing.HookedSource;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@org.jooq.Allow.PlainSQL
class SessionTest {

    private static TestDatabase database;

    private final Cancellation cancellation = new Cancellation();

    @BeforeAll
    static void create_database() {
        database = TestDatabase.create().run("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
    }

    @AfterAll
    static void drop_database() {
        database.close();
    }

    @Test
    void a_pooled_connection_goes_back_with_its_own_settings() throws SQLException {
        try (Connection connection = database.connect()) {
            connection
                    .createStatement()
                    .execute("SET search_path = public; SET standard_conforming_strings = off;"
                            + " SET statement_timeout = '7s'; SET enable_indexscan = on");
            List<String> before = settings(connection);

            try (Session session = Session.open(pool(connection), Duration.ofSeconds(1), cancellation)) {
                session.begin();
                session.readInPhysicalOrder();
                assertThat(settings(connection)).isNotEqualTo(before);
                session.commit();
                session.beginSnapshot();
            }

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    @Test
    void a_connection_without_auto_commit_goes_back_without_it_and_without_a_transaction() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);

            try (Session session = Session.open(pool(connection), Duration.ZERO, cancellation)) {
                session.begin();
                session.database().execute("CREATE TABLE public.of_a_lost_transaction ()");
            }

            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(database.query("SELECT to_regclass('of_a_lost_transaction')"))
                    .containsExactly("null");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search_path | \"\"",
                "standard_conforming_strings | on",
                "DateStyle | ISO, MDY",
                "IntervalStyle | postgres",
                "extra_float_digits | 3",
                "TimeZone | UTC",
                "row_security | off",
                "statement_timeout | 90500ms",
                "idle_in_transaction_session_timeout | 0",
                "lock_timeout | 0"
            })
    void reads_values_as_pg_dump_does(String setting, String value) {
        try (Session session = open(Duration.ofMillis(90_500))) {
            session.begin();

            assertThat(session.database().fetchValue("SHOW " + setting)).isEqualTo(value);
        }
    }

    @Test
    void a_snapshot_sees_one_moment_and_cannot_write() {
        try (Session session = open(Duration.ZERO);
                TestDatabase own = TestDatabase.create().run("CREATE TABLE t (a int)");
                Session reader = Session.open(Source.of(own.dataSource()), Duration.ZERO, cancellation)) {
            reader.beginSnapshot();
            assertThat(count(reader)).isZero();

            own.run("INSERT INTO t VALUES (1)");

            assertThat(count(reader)).isZero();
            assertThatThrownBy(() -> reader.database().execute("INSERT INTO public.t VALUES (2)"))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("read-only transaction");
            session.begin();
        }
    }

    @Test
    void an_exported_snapshot_is_seen_by_another_session_that_may_write() {
        try (TestDatabase own = TestDatabase.create().run("CREATE TABLE t (a int)");
                Session exporter = Session.open(Source.of(own.dataSource()), Duration.ZERO, cancellation);
                Session importer = Session.open(Source.of(own.dataSource()), Duration.ZERO, cancellation)) {
            exporter.beginSnapshot();
            String snapshot = String.valueOf(exporter.database().fetchValue("SELECT pg_export_snapshot()"));
            own.run("INSERT INTO t VALUES (1)");

            importer.beginWithSnapshot(snapshot);

            assertThat(count(importer)).isZero();
            assertThat(importer.executeLarge(DSL.query("INSERT INTO public.t SELECT generate_series(1, 3)")))
                    .isEqualTo(3);
        }
    }

    @Test
    void says_so_if_the_snapshot_is_gone() {
        try (Session session = open(Duration.ZERO)) {
            assertThatThrownBy(() -> session.beginWithSnapshot("00000003-0000001B-1"))
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage("Could not begin a transaction: the server refused it (SQLSTATE 22023)");
        }
    }

    @Test
    void a_cancellation_ends_the_statement_that_runs_and_the_session_can_still_be_closed() throws Exception {
        try (Connection connection = database.connect()) {
            Background sleeper = Background.start(() -> {
                try (Session session = Session.open(pool(connection), Duration.ZERO, cancellation)) {
                    session.begin();
                    session.database().execute("SELECT pg_catalog.pg_sleep(600)");
                }
            });
            database.await("EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE 'SELECT pg_catalog.pg_sleep(600)%'"
                    + " AND state = 'active')");

            cancellation.cancel("interrupted");

            assertThat(sleeper.awaitFailure()).isInstanceOf(DataAccessException.class);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(settings(connection)).isNotEmpty();
        }
    }

    @Test
    void a_cancellation_ends_statement_after_statement_until_the_session_is_closed() {
        try (Session session = open(Duration.ZERO)) {
            session.begin();
            cancellation.cancel("interrupted");

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> session.database().execute("SELECT pg_catalog.pg_sleep(600)"))
                        .isInstanceOf(DataAccessException.class);
                session.rollback();
            }
        }
    }

    @Test
    void whoever_gets_the_connection_after_a_cancelled_session_is_left_alone() throws SQLException {
        try (Connection connection = database.connect()) {
            for (int i = 0; i < 30; i++) {
                Cancellation once = new Cancellation();
                try (Session session = Session.open(pool(connection), Duration.ZERO, once)) {
                    session.begin();
                    once.cancel("interrupted");
                }

                assertThatCode(() -> connection.createStatement().execute("SELECT pg_sleep(0.01)"))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void waits_for_a_lock_no_longer_than_it_may() throws SQLException {
        try (Connection holder = database.connect();
                Session session = Session.open(
                        Source.of(database.dataSource()), Duration.ZERO, Duration.ofMillis(20), cancellation)) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE t");
            session.begin();

            assertThatThrownBy(() -> count(session))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("canceling statement due to lock timeout");
        }
    }

    @Test
    void does_not_open_once_the_run_is_cancelled() {
        cancellation.cancel("interrupted");

        assertThatThrownBy(() -> open(Duration.ZERO)).hasMessage("The run was stopped: interrupted");
    }

    @Test
    void a_lost_connection_is_reported_where_it_is_used_and_not_where_it_is_let_go() {
        Session session = open(Duration.ZERO);
        session.begin();
        Object pid = session.database().fetchValue("SELECT pg_catalog.pg_backend_pid()");
        database.query("SELECT pg_terminate_backend(" + pid + ", 10000)");

        assertThatThrownBy(session::begin)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("Could not begin a transaction: terminating connection due to administrator command"
                        + " (SQLSTATE 57P01)");
        assertThatThrownBy(session::commit)
                .isInstanceOf(SanitiserException.class)
                .hasMessageStartingWith("Could not commit: ");
        assertThatCode(session::rollback).doesNotThrowAnyException();
        assertThatCode(session::close).doesNotThrowAnyException();
    }

    private Session open(Duration statementTimeout) {
        return Session.open(Source.of(database.dataSource()), statementTimeout, cancellation);
    }

    private static int count(Session session) {
        DSLContext db = session.database();
        return db.fetchCount(DSL.table(DSL.name("public", "t")));
    }

    /** Every setting but those that count something. */
    private static List<String> settings(Connection connection) throws SQLException {
        List<String> settings = new ArrayList<>();
        try (ResultSet rows =
                connection.createStatement().executeQuery("SELECT name, setting FROM pg_settings ORDER BY name")) {
            while (rows.next()) {
                settings.add(rows.getString(1) + "=" + rows.getString(2));
            }
        }
        return settings;
    }

    private static Source pool(Connection connection) {
        return HookedSource.poolOf(database, connection);
    }
}
