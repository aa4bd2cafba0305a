package dev.sanitiser.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> heard = new ArrayList<>();

    @Test
    void lets_everything_pass_until_somebody_cancels() {
        assertThat(cancellation.isCancelled()).isFalse();
        assertThatCode(cancellation::throwIfCancelled).doesNotThrowAnyException();
    }

    @Test
    void says_why_the_run_was_stopped() {
        cancellation.cancel("interrupted");

        assertThat(cancellation.isCancelled()).isTrue();
        assertThatThrownBy(cancellation::throwIfCancelled)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERRUPTED))
                .hasMessage("The run was stopped: interrupted");
    }

    @Test
    void runs_each_action_once_and_keeps_the_first_reason() {
        cancellation.onCancel(() -> heard.add("a"));
        cancellation.onCancel(() -> heard.add("b"));

        cancellation.cancel("first");
        cancellation.cancel("second");

        assertThat(heard).containsExactly("a", "b");
        assertThatThrownBy(cancellation::throwIfCancelled).hasMessage("The run was stopped: first");
    }

    @Test
    void runs_an_action_at_once_that_comes_too_late() {
        cancellation.cancel("interrupted");

        cancellation.onCancel(() -> heard.add("late"));

        assertThat(heard).containsExactly("late");
    }

    @Test
    void does_not_run_an_action_that_has_been_taken_back() {
        cancellation.onCancel(() -> heard.add("kept"));
        cancellation.onCancel(() -> heard.add("taken back")).close();

        cancellation.cancel("interrupted");

        assertThat(heard).containsExactly("kept");
    }

    @Test
    void an_action_may_register_and_take_back_others() {
        cancellation.onCancel(
                () -> cancellation.onCancel(() -> heard.add("nested")).close());

        cancellation.cancel("interrupted");

        assertThat(heard).containsExactly("nested");
    }

    @Test
    void passes_itself_on_with_its_reason_but_not_backwards() {
        Cancellation other = new Cancellation();
        Cancellation untouched = new Cancellation();
        cancellation.passOnTo(other);
        untouched.passOnTo(cancellation);

        cancellation.cancel("interrupted");

        assertThatThrownBy(other::throwIfCancelled).hasMessage("The run was stopped: interrupted");
        assertThat(untouched.isCancelled()).isFalse();
    }

    @Test
    void is_not_passed_on_after_the_registration_was_closed() {
        Cancellation other = new Cancellation();
        cancellation.passOnTo(other).close();

        cancellation.cancel("interrupted");

        assertThat(other.isCancelled()).isFalse();
    }
}
