package dev.sanitiser.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0,0 bytes",
        "1,1 byte",
        "999,999 bytes",
        "1000,1.0 kB",
        "999949,999.9 kB",
        "999950,1.0 MB",
        "3100000,3.1 MB",
        "1200000000,1.2 GB",
        "1500000000000,1.5 TB"
    })
    void sizes_have_decimal_units(long size, String text) {
        assertThat(Quantity.bytes(size)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT0.84S,0.8 s", "PT59.9S,59.9 s", "PT1M,1 min 0 s", "PT59M59S,59 min 59 s", "PT25H2M3S,25 h 2 min"})
    void durations_have_two_units_at_most(Duration duration, String text) {
        assertThat(Quantity.duration(duration)).isEqualTo(text);
    }
}
