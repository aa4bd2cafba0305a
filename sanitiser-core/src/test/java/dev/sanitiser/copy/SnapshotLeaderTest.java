package dev.sanitiser.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.testing.Background;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotLeaderTest {

    private static final QualifiedName TABLE = new QualifiedName("public", "t");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final String LEADER_WAITS =
            "EXISTS (SELECT FROM pg_locks WHERE relation = 't'::regclass AND mode = 'AccessShareLock' AND NOT granted)";

    private TestDatabase database;
    private SnapshotLeader leader;

    @BeforeEach
    void create_database() {
        database = TestDatabase.create().run("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
        leader = new SnapshotLeader(CopySessions.open(database));
    }

    @AfterEach
    void drop_database() {
        leader.close();
        database.close();
    }

    @Test
    void others_import_its_snapshot() {
        String snapshot = leader.lockAndExport(List.of(TABLE), LONG);
        database.run("INSERT INTO t VALUES (2)");

        assertThat(rowsIn(snapshot)).isEqualTo(1);
    }

    @Test
    void keeps_a_table_from_being_truncated_or_rewritten() {
        leader.lockAndExport(List.of(TABLE), LONG);

        assertThatThrownBy(() -> database.run("SET lock_timeout = 20; TRUNCATE t"))
                .hasMessageContaining("canceling statement due to lock timeout");
        assertThatCode(() -> database.run("INSERT INTO t VALUES (2); UPDATE t SET a = 3; DELETE FROM t"))
                .doesNotThrowAnyException();
    }

    @Test
    void takes_its_snapshot_after_its_locks_and_so_sees_what_it_had_to_wait_for() throws Exception {
        try (Connection migration = database.connect()) {
            migration.setAutoCommit(false);
            migration.createStatement().execute("TRUNCATE t; INSERT INTO t SELECT generate_series(10, 14)");
            Background released = Background.start(() -> {
                database.await(LEADER_WAITS);
                migration.commit();
            });

            String snapshot = leader.lockAndExport(List.of(TABLE), LONG);

            released.await();
            assertThat(rowsIn(snapshot)).isEqualTo(5);
        }
    }

    @Test
    void names_what_it_could_not_lock_in_time() throws Exception {
        database.run("CREATE SCHEMA \"odd.schema\"; CREATE TABLE \"odd.schema\".\"it's\" (); CREATE TABLE free ()");
        QualifiedName odd = new QualifiedName("odd.schema", "it's");
        try (Connection migration = database.connect()) {
            migration.setAutoCommit(false);
            migration
                    .createStatement()
                    .execute("LOCK TABLE t; LOCK TABLE \"odd.schema\".\"it's\"; LOCK TABLE free IN SHARE MODE");

            assertThatThrownBy(
                            () -> leader.lockAndExport(List.of(TABLE, odd, new QualifiedName("public", "free")), SHORT))
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage(
                            "Could not lock the tables to be copied: 3 attempts of 20 ms each, while another session"
                                    + " holds an ACCESS EXCLUSIVE lock on \"odd.schema\".it's, t (a migration, perhaps). Run"
                                    + " again when it has ended, or raise --lock-timeout.");
        }
    }

    @Test
    void says_so_if_a_table_has_gone() {
        assertThatThrownBy(() -> leader.lockAndExport(List.of(new QualifiedName("public", "gone")), LONG))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("A table was dropped or renamed while the tables to be copied were being locked. Run again"
                        + " when no migration is under way.");
    }

    @Test
    void exports_a_snapshot_of_a_database_without_tables() {
        assertThat(leader.lockAndExport(List.of(), LONG)).isNotEmpty();
    }

    @Test
    void begins_anew_without_the_locks_of_the_first_time() {
        leader.lockAndExport(List.of(TABLE), LONG);
        leader.lockAndExport(List.of(), LONG);

        assertThatCode(() -> database.run("SET lock_timeout = 1000; TRUNCATE t"))
                .doesNotThrowAnyException();
    }

    @Test
    void confirms_as_long_as_it_is_there() {
        leader.lockAndExport(List.of(TABLE), LONG);

        assertThatCode(leader::confirm).doesNotThrowAnyException();
    }

    @Test
    void notices_that_its_session_was_lost() {
        leader.lockAndExport(List.of(TABLE), LONG);
        database.query("SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE relation = 't'::regclass");

        assertThatThrownBy(leader::confirm)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage(
                        "Could not keep the snapshot: the session that holds it was lost, and with it the one moment"
                                + " of the copy: terminating connection due to administrator command (SQLSTATE 57P01)");
    }

    @Test
    void lets_go_of_its_locks() {
        leader.lockAndExport(List.of(TABLE), LONG);

        leader.release();

        assertThatCode(() -> database.run("SET lock_timeout = 1000; TRUNCATE t"))
                .doesNotThrowAnyException();
    }

    private int rowsIn(String snapshot) {
        try (Session session = CopySessions.open(database)) {
            session.beginWithSnapshot(snapshot);
            return session.database().fetchCount(DSL.table(TABLE.toName()));
        }
    }
}
