package dev.sanitiser.torture;

import java.util.List;

/**
 * What became of one case.
 *
 * @param problems why the plan refused the list, or what went wrong
 */
record Outcome(Kind kind, List<String> problems) {

    enum Kind {
        /** The copy is as it should be. */
        RESTORED,
        /** The plan refused the list. */
        REFUSED,
        /** A defect. */
        FAILED
    }

    Outcome {
        problems = List.copyOf(problems);
    }
}
