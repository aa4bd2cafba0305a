package dev.sanitiser.archive;

/**
 * Takes the rows of one table, for one thread at a time.
 *
 * <p>Every method fails with a SanitiserException of kind ENVIRONMENT when the archive cannot be written and of kind
 * INTERRUPTED when the thread is interrupted. After a failure the archive cannot be finished.
 */
public interface TableDataStream extends AutoCloseable {

    /** Takes rows as the server's {@code COPY … TO STDOUT} gives them; a call may end within a row. */
    void write(byte[] copyText, int offset, int length);

    /**
     * Takes all rows of a segment that the same archive gave out; waits until it is complete.
     *
     * @throws IllegalStateException if the segment has failed
     */
    void append(RowSegment segment);

    /**
     * Adds the end marker and writes what is under way; after a failure it does nothing.
     *
     * @throws IllegalStateException if the last row does not end with a newline
     */
    @Override
    void close();
}
