package dev.sanitiser.archive;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Turns the failures of files into ones that a user can mend. */
final class IoFailure {

    private IoFailure() {}

    /** @param folder as the user knows it: where the archive will be */
    static SanitiserException whileWriting(Path folder, IOException e) {
        if (e instanceof ClosedByInterruptException || e instanceof InterruptedIOException) {
            return new SanitiserException(
                    FailureKind.INTERRUPTED, "The run was stopped: writing the archive was interrupted.");
        }
        return new SanitiserException(
                FailureKind.ENVIRONMENT, "The archive cannot be written in " + folder + ": " + reasonOf(e) + ".");
    }

    static String reasonOf(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name exists";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
