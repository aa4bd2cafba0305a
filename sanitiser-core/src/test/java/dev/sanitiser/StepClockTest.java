package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepClockTest {

    private final List<DumpStep> heard = new ArrayList<>();
    private final StepClock clock = new StepClock(new DumpListener() {
        @Override
        public void stepStarted(DumpStep step) {
            heard.add(step);
        }
    });

    @Test
    void tells_when_a_step_begins() {
        clock.begin(DumpStep.PREPARE);
        clock.begin(DumpStep.PLAN);

        assertThat(heard).containsExactly(DumpStep.PREPARE, DumpStep.PLAN);
    }

    @Test
    void a_step_ends_where_the_next_begins() {
        clock.begin(DumpStep.PREPARE);
        clock.begin(DumpStep.PLAN);

        assertThat(clock.durations()).containsOnlyKeys(DumpStep.PREPARE);

        clock.end();
        clock.end();

        assertThat(clock.durations()).containsOnlyKeys(DumpStep.PREPARE, DumpStep.PLAN);
        assertThat(clock.total()).isEqualTo(clock.durations().values().stream().reduce(Duration.ZERO, Duration::plus));
    }
}
