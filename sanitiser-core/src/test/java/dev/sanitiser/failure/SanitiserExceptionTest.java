package dev.sanitiser.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SanitiserExceptionTest {

    @Test
    void reports_every_problem_of_one_check() {
        SanitiserException failure = SanitiserException.of(
                FailureKind.PLAN, "The allow list does not fit", List.of("a: no such table.", "b: a view."));

        assertThat(failure)
                .hasMessage("The allow list does not fit (2 problems):\n- a: no such table.\n- b: a view.")
                .hasNoCause();
        assertThat(failure.kind()).isEqualTo(FailureKind.PLAN);
    }

    @Test
    void counts_one_problem_in_the_singular() {
        assertThat(SanitiserException.of(FailureKind.PLAN, "It does not fit", List.of("a: no such table.")))
                .hasMessage("It does not fit (1 problem):\n- a: no such table.");
    }
}
