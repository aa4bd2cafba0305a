package dev.sanitiser.cli;

import dev.sanitiser.failure.FailureKind;

/** A command that may report its failures in its own way. */
interface FailureListener {

    /**
     * Hears of a failure.
     *
     * @param message holds neither a value nor a password
     * @return whether it has been reported
     */
    boolean reports(FailureKind kind, int exitCode, String message);
}
