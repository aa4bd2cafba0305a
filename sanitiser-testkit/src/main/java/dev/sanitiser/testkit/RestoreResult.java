package dev.sanitiser.testkit;

/** How pg_restore ended, and all that it said. */
record RestoreResult(int exitCode, String output, String errors) {

    boolean isSilentSuccess() {
        return exitCode == 0 && output.isEmpty() && errors.isEmpty();
    }
}
