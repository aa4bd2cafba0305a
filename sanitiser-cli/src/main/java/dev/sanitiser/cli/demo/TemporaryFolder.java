package dev.sanitiser.cli.demo;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for this run only, readable by its owner only; closing it deletes it with all it holds. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "No temporary folder could be made in " + System.getProperty("java.io.tmpdir") + ".");
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "The folder " + path + " could not be deleted; please delete it.");
        }
    }
}
