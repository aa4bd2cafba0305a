package dev.sanitiser.archive;

import java.io.IOException;

/** Bytes that the format forbids; the message completes the sentence "It cannot be read: …" and quotes no data. */
final class CorruptArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    CorruptArchiveException(String detail) {
        super(detail);
    }

    /** What a failed read tells about the place it happened at; the texts of java.util.zip are left out. */
    static String detailOf(IOException e) {
        if (e instanceof CorruptArchiveException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof java.io.EOFException) {
            return "it ends too early";
        }
        if (e instanceof java.util.zip.ZipException) {
            return "its compressed data is damaged";
        }
        return IoFailure.reasonOf(e);
    }
}
