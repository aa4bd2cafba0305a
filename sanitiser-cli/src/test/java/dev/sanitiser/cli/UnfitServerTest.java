package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database, its privileges and its client programs lack ends a run with exit code 4. */
class UnfitServerTest {

    @TempDir
    Path folder;

    private FailingRuns runs;

    @BeforeEach
    void begin() {
        runs = FailingRuns.of(folder);
    }

    @AfterEach
    void nothing_has_changed() {
        try (FailingRuns ending = runs) {
            ending.changedNothing();
        }
    }

    @Test
    void an_unreachable_server() throws IOException {
        int closed = closedPort();

        assertThat(runs.run("--url", "postgresql://ann@127.0.0.1:" + closed + "/shop"))
                .isEqualTo(failure("""
                        Preparing
                        """.formatted(closed)));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void an_unknown_database() {
        String url = runs.url("postgres") + "_of_dreams";

        assertThat(runs.run("--url", url)).isEqualTo(failure("""
                        Preparing
                        """.formatted(url)));
    }

    @Test
    void a_missing_privilege_on_one_table() {
        try (Role role = Role.in(runs, "GRANT CREATE ON DATABASE %2$s TO %1$s; GRANT SELECT ON users, unlisted TO %1$s")) {
            assertThat(runs.run("--url", runs.url(role.name()))).isEqualTo(failure("""
                            Preparing
                            """.formatted(role.name())));
        }
    }

    @Test
    void a_missing_privilege_to_create_the_scratch_schema() {
        try (Role role = Role.in(runs, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s")) {
            assertThat(runs.run("--url", runs.url(role.name()))).isEqualTo(failure("""
                            Preparing
                            """.formatted(role.name())));
        }
    }

    @Test
    void a_missing_pg_dump() {
        assertThat(runs.run("--pg-dump", "/nonexistent/pg_dump")).isEqualTo(failure("""
                Preparing
                """));
    }

    @Test
    void a_pg_dump_that_is_older_than_the_server() throws IOException {
        Path bin = Files.createTempDirectory("bin");
        Path pgDump = Files.writeString(bin.resolve("pg_dump"), "#!/bin/sh\necho 'pg_dump (PostgreSQL) 14.1'\n");
        Files.setPosixFilePermissions(pgDump, PosixFilePermissions.fromString("rwx------"));

        assertThat(runs.run("--pg-dump", pgDump.toString())).isEqualTo(failure("""
                Preparing
                """));
    }

    @Test
    void a_lock_that_is_not_to_be_had_in_time() throws SQLException {
        try (Connection migration = runs.source().connect();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");

            assertThat(runs.run("--lock-timeout", "10ms")).isEqualTo(failure("""
                    Preparing
                    """));
        }
    }

    @Test
    void a_lock_on_an_unlisted_table_that_pg_dump_cannot_have_in_time() throws SQLException {
        try (Connection migration = runs.source().connect();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("LOCK TABLE unlisted IN ACCESS EXCLUSIVE MODE");

            assertThat(runs.run("--lock-timeout", "10ms")).isEqualTo(failure("""
                    Preparing
                    """));
        }
    }

    @Test
    void a_second_run_at_the_same_time() throws SQLException {
        try (Connection migration = runs.source().connect();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Run> first = CompletableFuture.supplyAsync(
                    () -> runs.run("--lock-timeout", "1h", "--output", folder.resolve("first.dump").toString()));
            Databases.await(runs.source(), "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)");

            assertThat(runs.run()).isEqualTo(failure("""
                    Preparing
                    """));

            migration.rollback();
            assertThat(first.join().exitCode()).isZero();
            Files.delete(folder.resolve("first.dump"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Run failure(String errors) {
        return new Run(4, "", errors);
    }
}
