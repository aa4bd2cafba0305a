package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM and Ctrl-C, in every phase: exit code 130, and everything as it was before the run. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptedDumpTest {

    private static final String READS_NOTES = "SELECT EXISTS (SELECT FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name = 'sanitiser: note' AND query LIKE 'COPY (%')";

    @TempDir
    Path folder;

    @TempDir
    Path programs;

    private FailingRuns runs;

    @BeforeEach
    void begin() {
        runs = FailingRuns.of(folder, SlowShop.SCRIPT);
        runs.layOut(SlowShop.LIST);
    }

    @AfterEach
    void nothing_has_changed() {
        try (FailingRuns ending = runs) {
            ending.changedNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void while_it_plans(String signal) {
        try (Hold migration = Hold.by(runs.source(), "LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
                ChildRun run = ChildRun.start(runs.arguments("--lock-timeout", "1h"))) {
            Databases.await(runs.source(), waitingForALock("users"));

            run.signal(signal);

            assertThat(run.end()).isEqualTo(interrupted("Checking the source\nPlanning\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void while_pg_dump_reads_the_structure(String signal) throws IOException, InterruptedException {
        GatedPgDump pgDump = GatedPgDump.in(programs);
        String[] arguments = runs.arguments(
                "--lock-timeout", "1h", "--pg-dump", pgDump.program().toString());
        try (ChildRun run = ChildRun.start(arguments)) {
            pgDump.awaitRun();
            try (Hold migration = Hold.by(runs.source(), "LOCK TABLE unlisted IN ACCESS EXCLUSIVE MODE")) {
                pgDump.letThrough();
                Databases.await(runs.source(), waitingForALock("unlisted"));

                run.signal(signal);

                assertThat(run.end()).isEqualTo(interrupted("Checking the source\nPlanning\nReading the structure\n"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void while_it_fills_the_scratch_schema(String signal) {
        try (Hold gate = SlowShop.closeGate(runs.source());
                ChildRun run = ChildRun.start(runs.arguments("--lock-timeout", "1h"))) {
            SlowShop.awaitFilling(runs.source());

            run.signal(signal);

            assertThat(run.end())
                    .isEqualTo(interrupted("Checking the source\nPlanning\nReading the structure\nSanitising rows\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void while_it_writes_the_archive(String signal) {
        try (Hold gate = SlowShop.closeGate(runs.source());
                ChildRun run = ChildRun.start(runs.arguments("--lock-timeout", "1h"))) {
            SlowShop.awaitFilling(runs.source());
            String scratch = SlowShop.filledTable(runs.source());
            try (Hold other = Hold.by(runs.source(), "LOCK TABLE " + scratch + " IN ACCESS EXCLUSIVE MODE")) {
                gate.release();
                Databases.await(runs.source(), waitingForALock(scratch));

                run.signal(signal);
                // The reading ends although the lock is still held; dropping the table has to wait for it.
                Databases.await(
                        runs.source(), "SELECT NOT EXISTS (" + waiting(scratch) + " AND mode = 'AccessShareLock')");
            }

            assertThat(run.end()).isEqualTo(interrupted("""
                            Checking the source
                            Planning
                            Reading the structure
                            Sanitising rows
                            Writing the archive
                            """));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void while_it_streams(String signal) {
        runs.source()
                .run("CREATE TABLE note (line text); INSERT INTO note"
                        + " SELECT repeat('note ', 200) FROM generate_series(1, 500)");
        runs.sourceHasChanged();
        runs.layOut("{\"note\": [\"line\"]}");
        try (ChildRun run = ChildRun.start(runs.arguments("--strategy", "stream", "--max-rate", "1kB"))) {
            Databases.await(runs.source(), READS_NOTES);

            run.signal(signal);

            assertThat(run.end()).isEqualTo(interrupted("""
                            Checking the source
                            Planning
                            Reading the structure
                            Sanitising rows
                            Writing the archive
                            """));
        }
        assertThat(runs.source().query(READS_NOTES)).containsExactly("f");
    }

    private static String waitingForALock(String table) {
        return "SELECT EXISTS (" + waiting(table) + ")";
    }

    private static String waiting(String table) {
        return "SELECT FROM pg_locks WHERE relation = '" + table + "'::regclass AND NOT granted";
    }

    private static Run interrupted(String steps) {
        return new Run(130, "", steps + "Interrupted; cleaning up ...\n");
    }
}
