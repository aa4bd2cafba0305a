package dev.sanitiser.postgres;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of PostgreSQL's own programs, such as pg_dump, as a child process. */
public final class ClientProgram {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)\\S*)");
    private static final int LONGEST_ERROR_TEXT = 4_000;

    private final Path program;
    private final String version;
    private final int majorVersion;

    private ClientProgram(Path program, String version, int majorVersion) {
        this.program = program;
        this.version = version;
        this.majorVersion = majorVersion;
    }

    /**
     * Asks a program for its version.
     *
     * @param program a name to be found on the PATH, or a path
     * @throws SanitiserException of kind ENVIRONMENT if it cannot be started or does not say its version
     */
    public static ClientProgram find(Path program, Cancellation cancellation) {
        String output = run(List.of(program.toString(), "--version"), program, Map.of(), cancellation, text());
        Matcher matcher = VERSION.matcher(output);
        if (!matcher.find()) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    program + " --version did not name a PostgreSQL version. Is it PostgreSQL's?");
        }
        return new ClientProgram(program, matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    public String version() {
        return version;
    }

    public int majorVersion() {
        return majorVersion;
    }

    /**
     * Runs the program to its end.
     *
     * @param environment added to this process's environment, whose own PG* variables it does not see
     * @param reader reads standard output to its end
     * @return what the reader made
     * @throws SanitiserException of kind ENVIRONMENT with the program's own words if it fails
     */
    public <T> T run(
            List<String> arguments,
            Map<String, String> environment,
            Cancellation cancellation,
            OutputReader<T> reader) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        return run(command, program, environment, cancellation, reader);
    }

    /** Reads a program's standard output. */
    @FunctionalInterface
    public interface OutputReader<T> {
        T read(InputStream output) throws IOException;
    }

    private static OutputReader<String> text() {
        return output -> new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static <T> T run(
            List<String> command,
            Path program,
            Map<String, String> environment,
            Cancellation cancellation,
            OutputReader<T> reader) {
        Process process = start(command, program, environment);
        try (Cancellation.Registration registration = cancellation.onCancel(() -> end(process))) {
            process.getOutputStream().close();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(
                    () -> readErrors(process), task -> new Thread(task, "sanitiser-errors").start());
            try {
                return reader.read(process.getInputStream());
            } finally {
                // What the reader stumbled over is a consequence if the program itself failed.
                process.getInputStream().transferTo(OutputStream.nullOutputStream());
                int exitCode = process.waitFor();
                cancellation.throwIfCancelled();
                throwIfFailed(program, exitCode, errors);
            }
        } catch (IOException e) {
            cancellation.throwIfCancelled();
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "Could not read the output of " + program.getFileName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped: its thread was interrupted");
        } finally {
            end(process);
        }
    }

    private static void throwIfFailed(Path program, int exitCode, CompletableFuture<String> errors) {
        if (exitCode != 0) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    program.getFileName() + " ended with exit code " + exitCode + ": " + errors.join());
        }
    }

    /** With those that it started: a wrapper script's child would go on, and hold our end of its output open. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static Process start(List<String> command, Path program, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") && !name.equals("PGPASSFILE"));
        builder.environment().put("LC_MESSAGES", "C");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "Could not start " + program
                            + ". Install PostgreSQL's client programs (Debian: apt-get install postgresql-client) "
                            + "or say where it is with --"
                            + program.getFileName().toString().replace('_', '-') + ".");
        }
    }

    private static String readErrors(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            String text = new String(errors.readNBytes(LONGEST_ERROR_TEXT), StandardCharsets.UTF_8).strip();
            errors.transferTo(OutputStream.nullOutputStream());
            return text.isEmpty() ? "it said nothing" : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
