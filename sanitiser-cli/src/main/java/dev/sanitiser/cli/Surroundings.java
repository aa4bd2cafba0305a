package dev.sanitiser.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the process it runs in.
 *
 * @param output standard output as text, in UTF-8 whatever the locale says: cron's is POSIX
 * @param errors standard error
 * @param rawOutput standard output for archives
 * @param home the user's home folder
 */
record Surroundings(
        PrintWriter output,
        PrintWriter errors,
        OutputStream rawOutput,
        boolean outputIsTerminal,
        boolean errorsAreTerminal,
        Map<String, String> environment,
        Path home) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofProcess() {
        OutputStream rawOutput = new FileOutputStream(FileDescriptor.out);
        return new Surroundings(
                new PrintWriter(rawOutput, true, StandardCharsets.UTF_8),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                rawOutput,
                isTerminal(1),
                isTerminal(2),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    /** Whether to colour what goes to standard output; see no-color.org. */
    boolean colours() {
        return outputIsTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Characters that fit a line; 80 unless the shell tells. */
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("\\d{2,4}") ? Math.max(40, Integer.parseInt(columns)) : 80;
    }

    /** Java tells only whether input and output both are terminals; {@code test} tells about each. */
    private static boolean isTerminal(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
