package dev.sanitiser.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void figures_read_the_same_in_every_locale() {
        assertThat(Amounts.of(1_234_567, "row")).isEqualTo("1,234,567 rows");
        assertThat(Amounts.of(1, "row")).isEqualTo("1 row");
        assertThat(Amounts.bytes(999)).isEqualTo("999 bytes");
        assertThat(Amounts.bytes(999_949)).isEqualTo("999.9 kB");
        assertThat(Amounts.bytes(999_950)).isEqualTo("1.0 MB");
        assertThat(Amounts.bytes(3_200_000_000_000L)).isEqualTo("3.2 TB");
        assertThat(Amounts.moment(Instant.parse("2026-09-02T03:04:05.678Z")))
                .isEqualTo("2 September 2026, 03:04:05 UTC");
    }

    @Test
    void times_are_as_fine_as_they_are_short() {
        assertThat(Amounts.duration(Duration.ofMillis(840))).isEqualTo("0.8 s");
        assertThat(Amounts.duration(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
        assertThat(Amounts.duration(Duration.ofMinutes(62))).isEqualTo("1 h 2 min");
    }

    @Test
    void a_share_is_nothing_or_everything_only_if_it_is() {
        assertThat(Amounts.share(0, 1_000)).isEqualTo("0%");
        assertThat(Amounts.share(1, 1_000)).isEqualTo("< 1%");
        assertThat(Amounts.share(385, 1_000)).isEqualTo("39%");
        assertThat(Amounts.share(999, 1_000)).isEqualTo("> 99%");
        assertThat(Amounts.share(1_000, 1_000)).isEqualTo("100%");
    }
}
