package dev.sanitiser.cli;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.review.ReviewPage;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that {@code --html} names. */
record ReviewFile(Path path) {

    /**
     * @throws SanitiserException of kind ENVIRONMENT if the page could not be written there, before any work is done
     */
    void check() {
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
        if (Files.isDirectory(path) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The review page cannot be written to " + path + ": --html must name a file in a folder that exists"
                            + " and takes new files.");
        }
    }

    /** Replaces what is there. */
    void write(ReviewPage page) {
        write(page, "The review page cannot be written to " + path + ".");
    }

    /** @param failure what is said if it cannot be written */
    void write(ReviewPage page, String failure) {
        try (Writer out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            page.writeTo(out);
        } catch (IOException e) {
            throw new SanitiserException(FailureKind.ENVIRONMENT, failure);
        }
    }

    /** How a page calls a database: {@code shop on db.example}. */
    static String subject(ConnectionSettings settings) {
        return settings.database() + " on " + settings.host();
    }
}
