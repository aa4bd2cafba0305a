package dev.sanitiser.testkit.postgres;

/** Migrations that failed; every test that wants their database fails with it. */
public final class MigrationFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationFailure(Throwable cause) {
        super("The migrations failed: " + cause, cause);
    }
}
