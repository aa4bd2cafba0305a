package dev.sanitiser.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.DumpStep;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.cli.report.Plans;
import dev.sanitiser.cli.report.Reports;
import dev.sanitiser.failure.FailureKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final String CLEAR = "\r\u001b[K";

    private final StringWriter out = new StringWriter();
    private final AtomicLong nanoTime = new AtomicLong(1);

    @Test
    void logs_get_a_line_for_each_step_and_each_table() {
        play(new PlainProgress(new PrintWriter(out)));

        assertThat(out).hasToString("""
                Checking the source
                Planning
                Sanitising rows
                Writing the archive
                  users: 12,345 rows, 3.0 MB
                  sales.orders: 1 row, 0 bytes
                Publishing
                """);
    }

    @Test
    void a_terminal_gets_one_line_for_the_current_step_and_one_for_each_that_is_done() {
        play(new TerminalProgress(new PrintWriter(out), 80, nanoTime::get));

        assertThat(out.toString())
                .isEqualTo(CLEAR + "Checking the source    ..."
                        + CLEAR + "Checking the source    1.0 s\n"
                        + CLEAR + "Planning               ..."
                        + CLEAR + "Planning               0.0 s\n"
                        + CLEAR + "Sanitising rows        [....................]  0/2 tables  0 rows"
                        + CLEAR + "Sanitising rows        [##########..........]  1/2 tables  12,345 rows"
                        + CLEAR + "Sanitising rows        1.0 s     1/2 tables  12,345 rows\n"
                        + CLEAR + "Writing the archive    [....................]  0/2 tables  0 bytes"
                        + CLEAR + "Writing the archive    [....................]  0/2 tables  1.0 MB  1.0 MB/s"
                        + CLEAR + "Writing the archive    1.0 s     2/2 tables  3.0 MB  3.0 MB/s\n"
                        + CLEAR + "Publishing             ..."
                        + CLEAR + "Publishing             0.0 s\n");
    }

    @Test
    void a_terminal_line_fits_the_terminal() {
        TerminalProgress progress = new TerminalProgress(new PrintWriter(out), 40, nanoTime::get);
        progress.planned(Plans.small());

        progress.stepStarted(DumpStep.FILL);

        assertThat(out).hasToString(CLEAR + "Sanitising rows        [...............");
    }

    @Test
    void a_failure_leaves_no_half_line_on_the_terminal() {
        TerminalProgress progress = new TerminalProgress(new PrintWriter(out), 80, nanoTime::get);
        progress.stepStarted(DumpStep.PLAN);

        progress.close();
        progress.close();

        assertThat(out).hasToString(CLEAR + "Planning               ..." + CLEAR);
    }

    @Test
    void collectors_get_an_object_for_each_event() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        JsonProgress progress = new JsonProgress(new PrintWriter(out), clock);

        play(progress);
        progress.failed(FailureKind.PLAN, 3, "Two\nlines");

        String time = "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":";
        assertThat(out.toString().lines())
                .containsExactly(
                        time + "\"step\",\"step\":\"prepare\"}",
                        time + "\"step\",\"step\":\"plan\"}",
                        time + "\"planned\",\"tables\":3,\"tablesWithRows\":2,\"allowListSha256\":\""
                                + Plans.small().allowListSha256() + "\"}",
                        time + "\"step\",\"step\":\"fill\"}",
                        time + "\"tableFilled\",\"table\":\"users\",\"rows\":12345}",
                        time + "\"step\",\"step\":\"write\"}",
                        time + "\"tableWritten\",\"table\":\"users\",\"rows\":12345,\"sizeInBytes\":3000000}",
                        time + "\"tableWritten\",\"table\":\"sales.orders\",\"rows\":1,\"sizeInBytes\":0}",
                        time + "\"step\",\"step\":\"publish\"}",
                        time + "\"finished\",\"durationInMillis\":65432,\"sizeInBytes\":7654321,\"rows\":12350}",
                        time + "\"failed\",\"kind\":\"plan\",\"exitCode\":3,\"message\":\"Two\\nlines\"}");
    }

    /** Time stands still but for one second in each of three steps. */
    private void play(Progress progress) {
        QualifiedName users = Plans.USERS;
        progress.stepStarted(DumpStep.PREPARE);
        passSecond();
        progress.stepStarted(DumpStep.PLAN);
        progress.planned(Plans.small());
        progress.stepStarted(DumpStep.FILL);
        passSecond();
        progress.tableFilled(users, 12_345);
        progress.stepStarted(DumpStep.WRITE);
        passSecond();
        progress.rowsWritten(users, 1_000_000);
        progress.rowsWritten(users, 2_000_000);
        progress.tableWritten(users, 12_345);
        progress.tableWritten(Plans.ORDERS, 1);
        progress.stepStarted(DumpStep.PUBLISH);
        progress.finished(Reports.small());
        progress.close();
    }

    private void passSecond() {
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
    }
}
