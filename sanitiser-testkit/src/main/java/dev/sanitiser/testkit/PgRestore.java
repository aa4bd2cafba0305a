package dev.sanitiser.testkit;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.PasswordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Restores an archive as its users do. */
final class PgRestore {

    private PgRestore() {}

    /** @param target whose database has a name that is not taken for a connection string */
    static RestoreResult run(Path program, Path archive, ConnectionSettings target) {
        try (PasswordFile passwordFile = PasswordFile.of(target)) {
            ProcessBuilder builder = new ProcessBuilder(
                    List.of(program.toString(), "--no-password", "--dbname=" + target.database(), archive.toString()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") && !name.equals("PGPASSFILE"));
            builder.environment().put("LC_MESSAGES", "C");
            builder.environment().putAll(target.environment(passwordFile));
            return await(builder.start());
        } catch (IOException e) {
            throw new SanitiserException(FailureKind.ENVIRONMENT, "Could not run " + program + ".");
        }
    }

    private static RestoreResult await(Process process) throws IOException {
        process.getOutputStream().close();
        CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return process.getErrorStream().readAllBytes();
                    } catch (IOException e) {
                        return new byte[0];
                    }
                },
                task -> new Thread(task, "sanitiser-testkit-errors").start());
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new RestoreResult(process.waitFor(), output, new String(errors.join(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new SanitiserException(
                    FailureKind.INTERRUPTED, "The test was interrupted while a dump was restored.");
        }
    }
}
