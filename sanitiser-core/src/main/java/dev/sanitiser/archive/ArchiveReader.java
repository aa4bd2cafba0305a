package dev.sanitiser.archive;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads header and table of contents of archives in format versions 1.12 to 1.16, whose texts are UTF-8. */
public final class ArchiveReader {

    private ArchiveReader() {}

    /**
     * Reads a custom-format archive, such as the output of {@code pg_dump -Fc}.
     *
     * @param in is read at least to the end of the table of contents, and not closed
     * @throws SanitiserException of kind ENVIRONMENT for input that is no such archive, is damaged or ends too early
     */
    public static Archive read(InputStream in) {
        try {
            return TocReader.read(in, ArchiveFormat.CUSTOM);
        } catch (IOException e) {
            throw unreadable("The output of pg_dump", e);
        }
    }

    /**
     * Reads a custom-format file, or the folder of a directory-format archive.
     *
     * @throws SanitiserException of kind ENVIRONMENT if it cannot be read, is no such archive or is damaged
     */
    public static Archive read(Path archive) {
        ArchiveFormat format = formatOf(archive);
        try (InputStream in = Files.newInputStream(tocOf(archive, format))) {
            return TocReader.read(in, format);
        } catch (IOException e) {
            throw unreadable("The archive " + archive, e);
        }
    }

    static ArchiveFormat formatOf(Path archive) {
        return Files.isDirectory(archive) ? ArchiveFormat.DIRECTORY : ArchiveFormat.CUSTOM;
    }

    static Path tocOf(Path archive, ArchiveFormat format) {
        return format == ArchiveFormat.DIRECTORY ? archive.resolve(ArchiveFormat.TOC_FILE) : archive;
    }

    private static SanitiserException unreadable(String what, IOException e) {
        return new SanitiserException(
                FailureKind.ENVIRONMENT, what + " cannot be read: " + CorruptArchiveException.detailOf(e) + ".");
    }
}
