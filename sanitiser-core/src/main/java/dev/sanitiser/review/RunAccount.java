package dev.sanitiser.review;

import java.time.Duration;
import java.util.List;

/**
 * How a dump was made.
 *
 * @param steps in their order
 * @param leftOut entries of the structure, each as {@code KIND name}
 */
record RunAccount(List<Step> steps, List<String> leftOut) {
    RunAccount {
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
    }

    Duration total() {
        return steps.stream().map(Step::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** @param work what was done, in words */
    record Step(String work, Duration duration) {}
}
