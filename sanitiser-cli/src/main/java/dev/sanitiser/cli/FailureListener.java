package dev.sanitiser.cli;

import dev.sanitiser.failure.FailureKind;

/** A command that reports its failures in its own way. */
interface FailureListener {

    /** @param message holds neither a value nor a password */
    void failed(FailureKind kind, int exitCode, String message);
}
