package dev.sanitiser.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessStatTest {

    @Test
    void reads_ids_and_cpu_time_whatever_the_name_is() {
        String line =
                "4711 (post gres: a) b) S 42 4711 4711 0 -1 4194560 9183 1000 0 0 150 25 300 12 20 0 1 0 8840 1 2\n";

        assertThat(ProcessStat.parse(line))
                .isEqualTo(new ProcessStat(4711, 42, Duration.ofMillis(1_750), Duration.ofMillis(3_120)));
        assertThat(ProcessStat.parse(line).total()).isEqualTo(Duration.ofMillis(4_870));
    }

    @Test
    void knows_this_process() {
        ProcessHandle self = ProcessHandle.current();

        ProcessStat stat = ProcessStat.of(self.pid()).orElseThrow();

        assertThat(stat.pid()).isEqualTo(self.pid());
        assertThat(stat.parent()).isEqualTo(self.parent().orElseThrow().pid());
        assertThat(stat.cpu()).isPositive();
    }
}
