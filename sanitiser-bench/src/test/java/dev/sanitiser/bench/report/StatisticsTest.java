package dev.sanitiser.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void median_is_the_middle_or_the_mean_of_the_two_in_it() {
        assertThat(Statistics.median(List.of(3.0, 1.0, 2.5))).hasValue(2.5);
        assertThat(Statistics.median(List.of(4.0, 1.0, 2.0, 3.0))).hasValue(2.5);
        assertThat(Statistics.median(List.of())).isEmpty();
    }

    @Test
    void spread_is_a_share_of_the_median() {
        assertThat(Statistics.spread(List.of(9.0, 10.0, 12.0))).hasValue(0.3);
        assertThat(Statistics.spread(List.of(0.0))).isEmpty();
        assertThat(Statistics.spread(List.of())).isEmpty();
    }
}
