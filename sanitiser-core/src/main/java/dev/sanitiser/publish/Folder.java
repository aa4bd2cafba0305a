package dev.sanitiser.publish;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder a dump is published in. */
record Folder(Path path) {

    /** @throws SanitiserException of kind ENVIRONMENT if the folder is missing or cannot be written */
    static Folder of(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        Path folder = parent == null ? target.toAbsolutePath() : parent;
        if (!Files.isDirectory(folder)) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "The output folder " + folder + " does not exist. Create it first.");
        }
        if (!Files.isWritable(folder)) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "The output folder " + folder + " cannot be written by this user.");
        }
        return new Folder(folder);
    }

    /** Makes a rename survive a power failure: fsync of the folder itself. */
    void force() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    SanitiserException failure(String doing, IOException cause) {
        return new SanitiserException(
                FailureKind.ENVIRONMENT, "Could not " + doing + " " + path + ": " + reason(cause) + ".");
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "a temporary file has vanished";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
