package dev.sanitiser.testkit;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ClientProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs, which dumps are made and restored with. */
final class Programs {

    private Programs() {}

    /** @throws SanitiserException of kind ENVIRONMENT that says how to get what is missing */
    static void require(DumpOptions options) {
        require(options.pgDump());
        require(options.pgRestore());
    }

    private static void require(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            if (!ended) {
                process.destroy();
            }
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "A dump is made with pg_dump and restored with pg_restore, and " + program
                            + " cannot be started. Install PostgreSQL's client programs (Debian: apt-get install"
                            + " postgresql-client, macOS: brew install libpq), of the server's version or newer, or say"
                            + " where they are with DumpOptions.withPgDump and withPgRestore.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SanitiserException(FailureKind.INTERRUPTED, "The test was interrupted.");
        }
    }

    static ClientProgram find(Path program) {
        return ClientProgram.find(program, new Cancellation());
    }
}
