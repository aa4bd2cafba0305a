package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primary with a hot standby that replays without regard for its readers. */
class StandbyDumpTest {

    private static final AllowList USERS = AllowList.parse("{\"users\": [\"id\"]}", "list.json");
    private static final AllowList BOTH = AllowList.parse("{\"users\": [\"id\"], \"visit\": []}", "list.json");

    @TempDir
    static Path data;

    private static EmbeddedPostgres primary;
    private static EmbeddedPostgres standby;

    @TempDir
    Path folder;

    @BeforeAll
    static void replicate() throws Exception {
        primary = start(data.resolve("primary"));
        execute(primary, """
                CREATE TABLE users (id int PRIMARY KEY, email text);
                INSERT INTO users SELECT n, n || '@real.example' FROM generate_series(1, 1000) n;
                CREATE UNLOGGED TABLE visit (id int);
                """);
        Path copy = data.resolve("standby");
        assertThat(CommandLine.run(
                        "pg_basebackup",
                        "--write-recovery-conf",
                        "--checkpoint=fast",
                        "--pgdata=" + copy,
                        "--dbname=host=127.0.0.1 user=postgres port=" + primary.getPort()))
                .isEqualTo(SILENT_SUCCESS);
        standby = start(copy);
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("max_standby_streaming_delay", "0")
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        try (EmbeddedPostgres last = primary;
                EmbeddedPostgres first = standby) {
            assertThat(first).isNotSameAs(last);
        }
    }

    @BeforeEach
    void catchUp() throws SQLException {
        String position = answer(primary, "SELECT pg_current_wal_lsn()");
        await(standby, "pg_last_wal_replay_lsn() >= '" + position + "'");
    }

    @Test
    void streams_what_the_standby_has() throws Exception {
        Path target = folder.resolve("users.dump");

        dump(USERS, Strategy.STREAM, target, DumpListener.silent());

        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(target, copy)).isEqualTo(SILENT_SUCCESS);
            assertThat(copy.query("SELECT count(*), count(DISTINCT id), count(email),"
                            + " count(*) FILTER (WHERE email LIKE '%@real.example') FROM users"))
                    .containsExactly(
                            answer(standby, "SELECT count(*) || '|' || count(id) || '|' || count(email) FROM users")
                                    + "|0");
        }
    }

    @Test
    void scratch_needs_the_primary() {
        assertThatThrownBy(() -> dump(USERS, Strategy.SCRATCH, folder.resolve("x.dump"), DumpListener.silent()))
                .hasMessage(
                        "The server is a standby, where the scratch strategy cannot write. Use --strategy stream, or"
                                + " run against the primary.");
    }

    @Test
    void rows_of_unlogged_tables_are_on_the_primary_only() {
        assertThatThrownBy(() -> dump(BOTH, Strategy.STREAM, folder.resolve("x.dump"), DumpListener.silent()))
                .hasMessage("The server is a standby, which has no rows of unlogged tables: visit. Give them \"rows\":"
                        + " \"none\" in the allow list, or run against the primary.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_snapshot_that_stands_in_the_way_of_the_replay_ends_the_run() throws IOException {
        Path target = Files.writeString(folder.resolve("users.dump"), "the previous dump");

        assertThatThrownBy(() -> dump(USERS, Strategy.STREAM, target, new VacuumBeforeRows()))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("The standby ended the run: it had to replay changes of the primary that remove rows which"
                        + " the run's snapshot still saw. Set hot_standby_feedback to on there, or raise"
                        + " max_standby_streaming_delay, and run again.");
        assertThat(target).hasContent("the previous dump");
        assertThat(folder).isDirectoryContaining(target::equals);
    }

    /** Lets the standby replay the end of rows that the snapshot sees, before they are read. */
    private static final class VacuumBeforeRows implements DumpListener {
        @Override
        public void stepStarted(DumpStep step) {
            if (step == DumpStep.WRITE) {
                try {
                    execute(primary, "DELETE FROM users WHERE id > 500");
                    execute(primary, "VACUUM users");
                    await(
                            standby,
                            "NOT EXISTS (SELECT FROM pg_stat_activity WHERE state = 'idle in transaction'"
                                    + " AND backend_xmin IS NOT NULL)");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void dump(AllowList list, Strategy strategy, Path target, DumpListener listener) {
        Sanitiser.dump(
                Source.of(standby.getPostgresDatabase()),
                list,
                DumpOptions.defaults().withStrategy(strategy),
                DumpTarget.file(target),
                listener);
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(EmbeddedPostgres server, String question) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void await(EmbeddedPostgres server, String condition) {
        for (int look = 0; look < 1_000; look++) {
            if (holds(server, condition)) {
                return;
            }
        }
        throw new AssertionError("Not within 20 s: " + condition);
    }

    /** A look that the replay ends, while it connects perhaps, may see something else the next time. */
    private static boolean holds(EmbeddedPostgres server, String condition) {
        try {
            return answer(server, "SELECT (" + condition + ")::text FROM pg_sleep(0.02)")
                    .equals("true");
        } catch (SQLException e) {
            return false;
        }
    }
}
