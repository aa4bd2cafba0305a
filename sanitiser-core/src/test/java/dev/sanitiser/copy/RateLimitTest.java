package dev.sanitiser.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.Background;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong time = new AtomicLong(7);
    private final RateLimit limit = new RateLimit(OptionalLong.of(1_000), time::get);

    @Test
    void bytes_take_their_share_of_a_second_one_after_another() {
        assertThat(limit.reserve(500)).isEqualTo(7 + SECOND / 2);
        assertThat(limit.reserve(1_500)).isEqualTo(7 + 2 * SECOND);
    }

    @Test
    void time_that_nobody_used_is_not_saved_up() {
        time.set(10 * SECOND);

        assertThat(limit.reserve(1_000)).isEqualTo(11 * SECOND);
    }

    @Test
    void without_a_limit_nobody_waits() {
        RateLimit none = new RateLimit(OptionalLong.empty(), time::get);

        none.take(Long.MAX_VALUE);

        assertThat(time).hasValue(7);
    }

    @Test
    void whoever_waits_ends_with_the_run() throws InterruptedException {
        Background waiting = Background.start(() -> limit.take(Long.MAX_VALUE / SECOND));

        limit.stop();

        assertThat(waiting.awaitFailure())
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERRUPTED));
        assertThatThrownBy(() -> limit.take(1)).hasMessage("The run was stopped: its rows are not wanted any more");
    }
}
