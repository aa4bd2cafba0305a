package dev.sanitiser.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.bench.server.Shape;
import org.junit.jupiter.api.Test;

class DatabaseTableTest {

    @Test
    void shows_medians_and_the_median_of_each_round_s_ratio() {
        DatabaseResult result = new Results()
                .raw("raw", 10, 20, 40)
                .ours("stream", 50, 2_500, 5, 18, 12)
                .of(Shape.balanced, 1);

        assertThat(DatabaseTable.of(result))
                .containsExactly(
                        "balanced, 1 GB (on disk 1100 MB, of which tables 1000 MB); medians of 3 rounds, ratios to raw",
                        "",
                        "variant  wall s  ratio  spread  client CPU s  server CPU s  RSS MB  heap MB  live MB  dump MB"
                                + "  WAL kB  restore s  ratio",
                        "raw       20.00   1.00    150%         10.00          5.00      30        -        -    200.0"
                                + "     0.0      40.00   1.00",
                        "stream    12.00   0.50    108%          6.00          3.00      30       50       25    200.0"
                                + "     2.5      24.00   0.50");
    }

    @Test
    void shows_no_ratio_without_the_raw_dump() {
        DatabaseResult result = new Results().ours("stream", 50, 0, 5).of(Shape.skewed, 2);

        assertThat(DatabaseTable.of(result).get(3)).startsWith("stream     5.00      -      0%");
    }
}
