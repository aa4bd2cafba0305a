package dev.sanitiser.failure;

/** Who can mend a failure; the command line turns each kind into one exit code. */
public enum FailureKind {
    /** The caller asked for something that does not exist or contradicts itself. */
    USAGE,
    /** The allow list cannot be read, or it and the database do not fit each other. */
    PLAN,
    /** The database, a child process, a privilege or the file system stood in the way. */
    ENVIRONMENT,
    /** The finished archive is not what the plan promised. */
    VERIFICATION,
    /** Somebody asked the run to end. */
    INTERRUPTED
}
