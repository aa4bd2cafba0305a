package dev.sanitiser.failure;

import java.util.List;
import java.util.Objects;

/**
 * A failure that its reader can mend.
 *
 * <p>The message says what was expected, what was found and what to do next. It never holds a cell value, and it never
 * carries a driver's exception as its cause, because those quote values.
 */
public final class SanitiserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    public SanitiserException(FailureKind kind, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind);
    }

    /**
     * Reports every problem of one check at once.
     *
     * @param headline says what did not hold, without a full stop
     * @param problems at least one, each a complete sentence that starts with its place
     */
    public static SanitiserException of(FailureKind kind, String headline, List<String> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return new SanitiserException(kind, headline + " (" + count + "):\n- " + String.join("\n- ", problems));
    }

    public FailureKind kind() {
        return kind;
    }
}
