package dev.sanitiser.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.bench.server.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundsTableTest {

    @Test
    void holds_the_figures_of_a_run_against_what_they_must_be() {
        DatabaseResult small = new Results()
                .raw("raw", 10)
                .raw("raw-directory", 5)
                .raw("first-system", 18)
                .ours("stream", 50, 100, 6)
                .ours("scratch", 60, 20_000_000, 9)
                .of(Shape.balanced, 1);
        DatabaseResult large = new Results()
                .ours("stream", 54, 0, 11)
                .ours("scratch", 90, 0, 25)
                .of(Shape.balanced, 2);
        DatabaseResult skewed = new Results()
                .ours("stream", 50, 0, 5)
                .ours("stream-one-job", 50, 0, 10)
                .of(Shape.skewed, 1);
        PlanResult plan = new PlanResult(
                1_000, 10_000, 1_500, List.of(Duration.ofMillis(1_900)), List.of(Duration.ofMillis(1_000)));

        BenchResult result = new BenchResult(Map.of(), List.of(small, large, skewed), Optional.of(plan));

        assertThat(String.join("\n", BoundsTable.of(result))).isEqualTo("""
                        What it must show

                        measure                                        measured  at most     aim  verdict
                        stream / raw, wall time                            0.60     0.70    0.50      met
                        scratch / raw, wall time                           0.90     1.00    0.80      met
                        scratch / first-system, wall time                  0.50     0.50    0.40      met
                        stream / raw-directory, wall time                  1.20     1.10    0.90   missed
                        stream / stream-one-job, skewed, wall time         0.50     0.65    0.55  aim met
                        stream: peak heap, most / least of all sizes       1.08     1.10              met
                        scratch: peak heap, most / least of all sizes      1.50     1.10           missed
                        stream: WAL written                             0.10 kB  1.00 kB              met
                        scratch: WAL written, of the tables               2.00%    1.00%           missed
                        stream / raw, restore time                         0.60     1.05    0.90  aim met
                        plan of many tables                              1.90 s   5.00 s  2.00 s  aim met
                        stream: time per GB, largest / smallest size       0.92     1.10              met
                        scratch: time per GB, largest / smallest size      1.39     1.10           missed""");
    }

    @Test
    void says_what_a_run_cannot_tell() {
        assertThat(BoundsTable.of(new BenchResult(Map.of(), List.of(), Optional.empty())))
                .hasSize(16)
                .filteredOn(line -> line.endsWith("not measured"))
                .hasSize(13);
    }
}
