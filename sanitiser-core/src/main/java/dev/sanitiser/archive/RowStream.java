package dev.sanitiser.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Adds to a table's rows what makes them an archive's data. */
final class RowStream implements TableDataStream {

    private static final byte[] END_MARKER = "\\.\n\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ParallelCompressor out;
    private final Path folder;
    private final Runnable whenComplete;
    private byte lastByte = '\n';
    private boolean ended;

    /**
     * @param folder for messages
     * @param whenComplete runs once all rows, the end marker included, are written
     */
    RowStream(ParallelCompressor out, Path folder, Runnable whenComplete) {
        this.out = out;
        this.folder = folder;
        this.whenComplete = whenComplete;
    }

    @Override
    public void write(byte[] copyText, int offset, int length) {
        if (ended) {
            throw new IllegalStateException("the stream has ended");
        }
        if (length > 0) {
            orEnd(() -> out.write(copyText, offset, length));
            lastByte = copyText[offset + length - 1];
        }
    }

    @Override
    public void append(RowSegment segment) {
        if (ended) {
            throw new IllegalStateException("the stream has ended");
        }
        orEnd(() -> out.append(segment).ifPresent(last -> lastByte = last));
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        orEnd(this::complete);
        ended = true;
        whenComplete.run();
    }

    private void complete() throws IOException {
        if (lastByte != '\n') {
            throw new IllegalStateException("the last row does not end with a newline");
        }
        out.write(END_MARKER);
        out.close();
    }

    private void orEnd(Writing step) {
        boolean done = false;
        try {
            step.run();
            done = true;
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        } finally {
            ended = !done;
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
