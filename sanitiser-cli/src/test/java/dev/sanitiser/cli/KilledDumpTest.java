package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After {@code kill -9} the previous dump is whole, and the next run cleans up and succeeds. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledDumpTest {

    private static final String SCRATCH_SCHEMAS =
            "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'sanitiser\\_scratch\\_%'";
    private static final String BACKENDS = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name LIKE 'sanitiser%' ORDER BY pid";

    @TempDir
    Path folder;

    private FailingRuns runs;

    @BeforeEach
    void begin() {
        runs = FailingRuns.of(folder, SlowShop.SCRIPT);
        runs.layOut(SlowShop.LIST);
    }

    @AfterEach
    void end() {
        runs.close();
    }

    @Test
    void the_next_run_drops_what_is_left() {
        try (Hold gate = SlowShop.closeGate(runs.source())) {
            killWhileItFills();
        }
        Databases.await(runs.source(), "SELECT count(*) = 0 FROM (" + BACKENDS + ") AS b");
        leavesTheDumpAndALittleMore();

        assertThat(runs.run("--quiet")).isEqualTo(new Run(0, "", ""));

        runs.succeeded();
    }

    @Test
    void the_next_run_ends_a_backend_that_is_still_at_work() {
        try (Hold gate = SlowShop.closeGate(runs.source())) {
            killWhileItFills();
            Databases.await(runs.source(), "SELECT count(*) = 1 FROM (" + BACKENDS + ") AS b");
            String orphan = runs.source().query(BACKENDS).get(0);
            leavesTheDumpAndALittleMore();

            CompletableFuture<Run> next = CompletableFuture.supplyAsync(() -> runs.run("--quiet"));
            Databases.await(
                    runs.source(), "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = " + orphan + ")");
            gate.release();

            assertThat(next.join()).isEqualTo(new Run(0, "", ""));
        }
        runs.succeeded();
    }

    private void killWhileItFills() {
        try (ChildRun run = ChildRun.start(runs.arguments("--lock-timeout", "1h"))) {
            SlowShop.awaitFilling(runs.source());
            run.signal("KILL");
            assertThat(run.end().exitCode()).isEqualTo(128 + 9);
        }
    }

    private void leavesTheDumpAndALittleMore() {
        runs.dumpIsThePreviousOne();
        assertThat(runs.source().query(SCRATCH_SCHEMAS)).isEqualTo(List.of("1"));
        assertThat(FailingRuns.filesIn(folder))
                .hasSize(3)
                .anyMatch(f -> f.matches("\\.shop\\.dump\\.[0-9a-f]+\\.sanitiser-part"));
    }
}
