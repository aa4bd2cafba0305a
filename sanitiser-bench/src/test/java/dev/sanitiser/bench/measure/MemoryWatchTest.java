package dev.sanitiser.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {

    @Test
    void reads_the_high_water_mark_in_bytes() {
        assertThat(MemoryWatch.parse("Name:\tjava\nVmPeak:\t  999 kB\nVmHWM:\t   2048 kB\nVmRSS:\t 1000 kB\n"))
                .isEqualTo(OptionalLong.of(2L << 20));
    }

    @Test
    void finds_none_for_a_process_that_is_about_to_end() {
        assertThat(MemoryWatch.parse("Name:\tjava\nState:\tZ (zombie)\n")).isEmpty();
    }
}
