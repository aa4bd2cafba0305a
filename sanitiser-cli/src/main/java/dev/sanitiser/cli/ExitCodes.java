package dev.sanitiser.cli;

import dev.sanitiser.cli.signal.Interruption;
import dev.sanitiser.failure.FailureKind;

/** What each ending tells the shell. */
final class ExitCodes {

    static final int DONE = 0;
    static final int BUG = 1;
    static final int USAGE = 2;
    static final int NOT_SANITISED = 3;
    static final int INTERRUPTED = Interruption.EXIT_CODE;

    private ExitCodes() {}

    static int of(FailureKind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case PLAN -> 3;
            case ENVIRONMENT -> 4;
            case VERIFICATION -> 5;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
