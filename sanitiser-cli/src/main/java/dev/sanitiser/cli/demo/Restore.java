package dev.sanitiser.cli.demo;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.ConnectionSettings;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Restores a dump as a developer would: stock pg_restore, no flag but where to. */
record Restore(ClientProgram program, Cancellation cancellation) {

    private static final Pattern ERROR = Pattern.compile("pg_restore: error:");
    private static final int FIRST_WITH_TRANSACTION_TIMEOUT = 17;

    /** @throws SanitiserException of kind VERIFICATION if pg_restore complains, with its own words */
    void run(Path dump, ConnectionSettings target) {
        List<String> arguments = List.of("--dbname", target.database(), dump.toString());
        Map<String, String> environment =
                Map.of("PGHOST", target.host(), "PGPORT", Integer.toString(target.port()), "PGUSER", target.user());
        try {
            program.run(arguments, environment, cancellation, InputStream::readAllBytes);
        } catch (SanitiserException e) {
            cancellation.throwIfCancelled();
            if (!isOnlyUnknownTimeout(String.valueOf(e.getMessage()))) {
                throw new SanitiserException(
                        FailureKind.VERIFICATION, "The demo's dump did not restore: " + e.getMessage());
            }
        }
    }

    /** From version 17 pg_restore sets {@code transaction_timeout}, which older servers do not know, and goes on. */
    private boolean isOnlyUnknownTimeout(String messages) {
        return program.majorVersion() >= FIRST_WITH_TRANSACTION_TIMEOUT
                && messages.contains("unrecognized configuration parameter \"transaction_timeout\"")
                && ERROR.matcher(messages).results().count() == 1;
    }
}
