package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private final RuntimeException consequence = new IllegalStateException("a consequence");

    private final Cancellation cancellation = new Cancellation();

    @ParameterizedTest
    @CsvSource({"1, 0.001", "20, 0.02"})
    void cancels_the_run_and_explains_its_end(long millis, String seconds) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);

        try (Deadline deadline = new Deadline(Optional.of(Duration.ofMillis(millis)), cancellation)) {
            cancelled.await();

            assertThat(deadline.explain(consequence))
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage("The run was stopped because it took longer than the " + seconds
                            + " s allowed (--max-duration). Nothing was published.")
                    .hasNoCause();
        }
    }

    @Test
    void keeps_what_went_wrong_while_cleaning_up() throws InterruptedException {
        RuntimeException failure = new IllegalStateException("a consequence");
        failure.addSuppressed(new SanitiserException(FailureKind.ENVIRONMENT, "The scratch schema is still there."));
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);

        try (Deadline deadline = new Deadline(Optional.of(Duration.ofMillis(1)), cancellation)) {
            cancelled.await();

            assertThat(deadline.explain(failure)).hasSuppressedException(failure.getSuppressed()[0]);
        }
    }

    @Test
    void leaves_a_failure_alone_that_came_before_its_time() {
        try (Deadline deadline = new Deadline(Optional.of(Duration.ofDays(1)), cancellation)) {
            assertThat(deadline.explain(consequence)).isSameAs(consequence);
        }
        assertThat(cancellation.isCancelled()).isFalse();
    }

    @Test
    void does_nothing_where_a_run_may_last_for_ever() {
        try (Deadline deadline = new Deadline(Optional.empty(), cancellation)) {
            assertThat(deadline.explain(consequence)).isSameAs(consequence);
        }
    }

    @Test
    void leaves_the_failure_alone_of_a_run_that_somebody_else_had_stopped_before() throws InterruptedException {
        CountDownLatch late = new CountDownLatch(1);
        cancellation.cancel("interrupted");

        try (Deadline deadline = new Deadline(Optional.of(Duration.ofNanos(1)), cancellation);
                Deadline later = new Deadline(Optional.of(Duration.ofMillis(1)), afterwards(late))) {
            late.await();

            assertThat(deadline.explain(consequence)).isSameAs(consequence);
            assertThat(later.explain(consequence)).isNotSameAs(consequence);
        }
    }

    private static Cancellation afterwards(CountDownLatch latch) {
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(latch::countDown);
        return cancellation;
    }
}
