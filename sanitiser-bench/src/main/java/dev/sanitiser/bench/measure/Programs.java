package dev.sanitiser.bench.measure;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs programs as child processes, one at a time; closing it ends the one under way. */
public final class Programs implements AutoCloseable {

    private static final int LONGEST_ERROR_TEXT = 2_000;

    private final Path folder;
    private final Path errors;
    private Optional<Process> current = Optional.empty();
    private boolean closed;

    /** @param folder where programs run, and what they write to standard error goes */
    public Programs(Path folder) {
        this.folder = folder;
        this.errors = folder.resolve("errors.txt");
    }

    /**
     * Runs a program to its end.
     *
     * @param environment added to this process's own, whose {@code PG*} variables it does not see
     * @return the peak of its memory, in bytes, with that of its descendants
     * @throws ProgramFailure with its own words if it fails
     * @throws SanitiserException of kind ENVIRONMENT if it cannot be started
     */
    public long run(List<String> command, Map<String, String> environment) throws InterruptedException {
        Process process = start(command, environment);
        try (MemoryWatch memory = MemoryWatch.start(process)) {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new ProgramFailure(command.get(0), exitCode, errorText());
            }
            return memory.peak();
        }
    }

    private synchronized Process start(List<String> command, Map<String, String> environment) {
        if (closed) {
            throw new SanitiserException(FailureKind.INTERRUPTED, "The benchmark was stopped.");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_MESSAGES", "C");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            current = Optional.of(process);
            return process;
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "Could not start " + command.get(0)
                            + ". The benchmark needs PostgreSQL's client programs (Debian: apt-get install postgresql-client).");
        }
    }

    private String errorText() {
        try {
            String text = Files.readString(errors, StandardCharsets.UTF_8).strip();
            return text.substring(Math.max(0, text.length() - LONGEST_ERROR_TEXT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().join();
        });
    }
}
