package dev.sanitiser.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a stock PostgreSQL client program against {@link TestServer} and keeps what it printed. */
public record CommandLine(int exitCode, String output, String errors) {

    /** @param command program and arguments; host, port and user are in the environment */
    public static CommandLine run(String... command) {
        return runWithInput(Path.of("/dev/null"), command);
    }

    public static CommandLine runWithInput(Path input, String... command) {
        try {
            Path output = Files.createTempFile("out", ".txt");
            Path errors = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().put("PGHOST", "127.0.0.1");
            builder.environment().put("PGPORT", Integer.toString(TestServer.port()));
            builder.environment().put("PGUSER", "postgres");
            int exitCode = builder.start().waitFor();
            CommandLine result = new CommandLine(
                    exitCode,
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
            Files.delete(output);
            Files.delete(errors);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
