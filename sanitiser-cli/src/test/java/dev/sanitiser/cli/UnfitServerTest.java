package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a database, its privileges and its client programs lack ends a run with exit code 4. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnfitServerTest {

    @TempDir
    Path folder;

    @TempDir
    Path programs;

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
                        Checking the source
                        Could not connect to postgresql://ann@127.0.0.1:%1$s/shop: Connection to 127.0.0.1:%1$s refused. Check that \
                        the hostname and port are correct and that the postmaster is accepting TCP/IP connections. (SQLSTATE \
                        08001)
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

        assertThat(runs.run("--url", url))
                .isEqualTo(failure("""
                        Checking the source
                        Could not connect to %s: database "%s" does not exist (SQLSTATE 3D000)
                        """.formatted(url, runs.source().name() + "_of_dreams")));
    }

    @Test
    void a_missing_privilege_on_one_table() {
        try (Role role =
                Role.in(runs, "GRANT CREATE ON DATABASE %2$s TO %1$s; GRANT SELECT ON users, unlisted TO %1$s")) {
            assertThat(runs.run("--url", runs.url(role.name()))).isEqualTo(failure("""
                            Checking the source
                            Planning
                            The role %s may not read what the dump needs (1 problem):
                            - table orders: grant SELECT on it.
                            """.formatted(role.name())));
        }
    }

    @Test
    void a_missing_privilege_to_create_the_scratch_schema() {
        try (Role role = Role.in(runs, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s")) {
            assertThat(runs.run("--url", runs.url(role.name()))).isEqualTo(failure("""
                            Checking the source
                            The role %1$s may not create a schema in this database, which the scratch strategy needs. Use \
                            --strategy stream, or ask for: GRANT CREATE ON DATABASE … TO %1$s.
                            """.formatted(role.name())));
        }
    }

    @Test
    void a_missing_pg_dump() {
        assertThat(runs.run("--pg-dump", "/nonexistent/pg_dump")).isEqualTo(failure("""
                Checking the source
                Could not start /nonexistent/pg_dump. Install PostgreSQL's client programs (Debian: apt-get install \
                postgresql-client) or say where it is with --pg-dump.
                """));
    }

    @Test
    void a_pg_dump_that_is_older_than_the_server() throws IOException {
        Path pgDump = Files.writeString(programs.resolve("pg_dump"), "#!/bin/sh\necho 'pg_dump (PostgreSQL) 14.1'\n");
        Files.setPosixFilePermissions(pgDump, PosixFilePermissions.fromString("rwx------"));

        String server = runs.source().query("SHOW server_version").get(0);
        assertThat(runs.run("--pg-dump", pgDump.toString()))
                .isEqualTo(failure("""
                Checking the source
                pg_dump is version 14.1, older than the server's %s, and refuses to dump it. Install \
                postgresql-client-%s or newer, or name it with --pg-dump.
                """.formatted(server, server.replaceFirst("\\..*", ""))));
    }

    @Test
    void a_lock_that_is_not_to_be_had_in_time() {
        try (Hold migration = Hold.by(runs.source(), "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE")) {

            assertThat(runs.run("--lock-timeout", "10ms")).isEqualTo(failure("""
                    Checking the source
                    Planning
                    Could not lock the tables to be copied: 3 attempts of 10 ms each, while another session holds an ACCESS \
                    EXCLUSIVE lock on orders (a migration, perhaps). Run again when it has ended, or raise --lock-timeout.
                    """));
        }
    }

    @Test
    void a_lock_on_a_table_of_which_only_the_structure_travels() {
        try (Hold migration = Hold.by(runs.source(), "LOCK TABLE unlisted IN ACCESS EXCLUSIVE MODE")) {

            assertThat(runs.run("--lock-timeout", "10ms")).isEqualTo(failure("""
                    Checking the source
                    Planning
                    Could not lock the tables to be copied: 3 attempts of 10 ms each, while another session holds an ACCESS \
                    EXCLUSIVE lock on unlisted (a migration, perhaps). Run again when it has ended, or raise --lock-timeout.
                    """));
        }
    }

    @Test
    void a_lock_that_keeps_plan_from_reading_the_catalog() {
        try (Hold migration = Hold.by(runs.source(), "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE")) {
            assertThat(Run.of(
                            "plan",
                            "--url",
                            runs.url("postgres"),
                            "--allow-list",
                            runs.allowList().toString()))
                    .isEqualTo(failure("""
                            Could not read the catalog: canceling statement due to lock timeout (SQLSTATE 55P03)
                            """));
        }
    }

    @Test
    void a_lock_that_only_pg_dump_cannot_have_in_time() throws IOException, InterruptedException {
        GatedPgDump pgDump = GatedPgDump.in(programs);
        CompletableFuture<Run> run = CompletableFuture.supplyAsync(() ->
                runs.run("--lock-timeout", "1s", "--pg-dump", pgDump.program().toString()));
        pgDump.awaitRun();
        try (Hold migration = Hold.by(runs.source(), "LOCK TABLE unlisted IN ACCESS EXCLUSIVE MODE")) {
            pgDump.letThrough();

            assertThat(run.join()).isEqualTo(failure("""
                    Checking the source
                    Planning
                    Reading the structure
                    pg_dump ended with exit code 1: pg_dump: error: query failed: ERROR:  canceling statement due to \
                    statement timeout
                    pg_dump: detail: Query was: LOCK TABLE public.unlisted IN ACCESS SHARE MODE
                    """));
        }
    }

    @Test
    void a_second_run_at_the_same_time() throws IOException {
        try (Hold migration = Hold.by(runs.source(), "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE")) {
            CompletableFuture<Run> first = CompletableFuture.supplyAsync(() -> runs.run(
                    "--lock-timeout",
                    "1h",
                    "--output",
                    folder.resolve("first.dump").toString()));
            Databases.await(runs.source(), "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)");

            assertThat(runs.run()).isEqualTo(failure("""
                    Checking the source
                    Another run of Sanitiser is copying this database. Wait until it has ended.
                    """));

            migration.release();
            assertThat(first.join().exitCode()).isZero();
            Files.delete(folder.resolve("first.dump"));
        }
    }

    private static Run failure(String errors) {
        return new Run(4, "", errors);
    }
}
