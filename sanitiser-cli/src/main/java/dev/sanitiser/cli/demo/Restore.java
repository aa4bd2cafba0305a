package dev.sanitiser.cli.demo;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Restores a dump as a developer would: stock pg_restore, no flag but where to. */
record Restore(ClientProgram program, Cancellation cancellation) {

    private static final int FIRST_WITH_TRANSACTION_TIMEOUT = 17;

    void run(Path dump, ConnectionSettings target) {
        try {
            await(command(dump, target).start());
        } catch (IOException e) {
            throw new SanitiserException(FailureKind.ENVIRONMENT, program.name() + " could not be run.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped during the restore.");
        }
    }

    private void await(Process process) throws IOException, InterruptedException {
        Cancellation.Registration registration = cancellation.onCancel(process::destroy);
        try {
            String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            cancellation.throwIfCancelled();
            check(exitCode, messages);
        } finally {
            registration.close();
        }
    }

    private ProcessBuilder command(Path dump, ConnectionSettings target) {
        ProcessBuilder builder = new ProcessBuilder(program.name(), "--dbname", target.database(), dump.toString());
        builder.redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().put("PGHOST", target.host());
        builder.environment().put("PGPORT", Integer.toString(target.port()));
        builder.environment().put("PGUSER", target.user());
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private void check(int exitCode, String messages) {
        if (exitCode != 0 && !isOnlyUnknownTimeout(messages)) {
            throw new SanitiserException(
                    FailureKind.VERIFICATION,
                    "pg_restore " + program.version() + " did not restore the demo's dump:\n" + messages.strip());
        }
    }

    /** From version 17 pg_restore sets {@code transaction_timeout}, which older servers do not know, and goes on. */
    private boolean isOnlyUnknownTimeout(String messages) {
        List<String> errors = messages.lines()
                .filter(line -> line.startsWith("pg_restore: error:"))
                .toList();
        return program.majorVersion() >= FIRST_WITH_TRANSACTION_TIMEOUT
                && errors.size() == 1
                && errors.get(0).endsWith("unrecognized configuration parameter \"transaction_timeout\"");
    }
}
