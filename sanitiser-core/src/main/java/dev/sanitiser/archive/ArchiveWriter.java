package dev.sanitiser.archive;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes an archive in format version 1.14, which {@code pg_restore} 12 and all later ones read; with LZ4 or Zstandard
 * in 1.15, which takes 16.
 *
 * <p>Every entry with data gets its rows through {@link #open}; then {@link #finish} completes the archive. Failures of
 * the file system are SanitiserExceptions of kind ENVIRONMENT.
 */
public interface ArchiveWriter extends AutoCloseable {

    /**
     * Starts a custom-format archive, whose streams are opened one after another in the order of the entries.
     *
     * @param file empty, writable and able to seek; stays open when the writer is closed
     * @param folder where the user will find the archive, for messages
     * @param header names the method of {@code compression}
     * @param entries with a {@code TABLE DATA} entry, and no other that has data, for each table with rows
     * @param pool stays open when the writer is closed
     */
    static ArchiveWriter custom(
            FileChannel file,
            Path folder,
            ArchiveHeader header,
            List<ArchiveEntry> entries,
            Compression compression,
            CompressionPool pool) {
        return new CustomArchiveWriter(file, folder, new ArchiveContents(header, entries, compression), pool);
    }

    /**
     * Starts a directory-format archive, whose streams may be open in any number and order, by several threads.
     *
     * @param directory exists and is empty; the files in it can be read by their owner only
     * @param folder where the user will find the archive, for messages
     * @param header names the method of {@code compression}
     * @param entries with a {@code TABLE DATA} entry, and no other that has data, for each table with rows
     * @param pool stays open when the writer is closed
     */
    static ArchiveWriter directory(
            Path directory,
            Path folder,
            ArchiveHeader header,
            List<ArchiveEntry> entries,
            Compression compression,
            CompressionPool pool) {
        return new DirectoryArchiveWriter(directory, folder, new ArchiveContents(header, entries, compression), pool);
    }

    /**
     * Starts the data of an entry.
     *
     * @throws IllegalStateException if the entry has no data or had its turn, or, in custom format, if it is not the
     *     next one or another stream is open
     */
    TableDataStream open(int dumpId);

    /** An empty segment for rows of this archive, to be written ahead of their turn by any thread. */
    RowSegment segment();

    /**
     * Writes what the data decided, the table of contents, and forces everything to disk.
     *
     * @throws IllegalStateException if the data of an entry is missing, incomplete or failed
     */
    void finish();

    /** Lets go of all files; an archive that is not finished stays unusable. */
    @Override
    void close();
}
