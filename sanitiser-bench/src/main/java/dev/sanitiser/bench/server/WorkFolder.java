package dev.sanitiser.bench.server;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for this run only; closing it deletes it with all it holds. */
public record WorkFolder(Path path) implements AutoCloseable {

    /** @throws SanitiserException of kind ENVIRONMENT if there is no place for it */
    public static WorkFolder create(Path parent) {
        try {
            return new WorkFolder(
                    Files.createTempDirectory(Files.createDirectories(parent.toAbsolutePath()), "sanitiser-bench-"));
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "No folder can be made in " + parent + "; --folder names another one.");
        }
    }

    /** Makes an empty folder in it. */
    public Path subfolder(String name) {
        try {
            return Files.createDirectory(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            delete(path);
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "The folder " + path + " could not be deleted; please delete it.");
        }
    }

    /** Deletes a file, or a folder with all it holds; what is gone already is no failure. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            Files.walkFileTree(path, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
