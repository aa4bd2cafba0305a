package dev.sanitiser.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code pg_restore} of 16 or newer: the one that the system property {@code sanitiser.pg-restore} names, the one on
 * the {@code PATH}, or the newest that Debian's packages installed.
 */
public final class NewerRestore {

    private static final int OLDEST = 16;
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private NewerRestore() {}

    /** Skips the calling test where there is none. */
    public static String orSkip() {
        return Stream.concat(
                        Stream.of(System.getProperty("sanitiser.pg-restore", "pg_restore"), "pg_restore"), ofDebian())
                .filter(p -> major(p).filter(m -> m >= OLDEST).isPresent())
                .findFirst()
                .orElseGet(() -> abort("No pg_restore " + OLDEST + " or newer; name one with -Dsanitiser.pg-restore="));
    }

    private static Stream<String> ofDebian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            List<String> found = versions.sorted(Comparator.reverseOrder())
                    .map(v -> v.resolve("bin").resolve("pg_restore").toString())
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> major(String program) {
        CommandLine version = CommandLine.run("sh", "-c", "\"$1\" --version", "sh", program);
        Matcher matcher = MAJOR.matcher(version.output());
        return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }
}
