package dev.sanitiser.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a test's dump lies: a folder of its own, which goes with the JVM at the latest. */
record DumpFile(Path folder) implements AutoCloseable {

    static DumpFile create() {
        try {
            Path folder = Files.createTempDirectory("sanitiser-test-");
            DumpFile file = new DumpFile(folder);
            folder.toFile().deleteOnExit();
            file.path().toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder.resolve("sanitised.dump");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
