package dev.sanitiser.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Adds to a table's rows what makes them an archive's data. */
final class RowStream implements TableDataStream {

    private static final byte[] END_MARKER = "\\.\n\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final Path folder;
    private final Runnable whenComplete;
    private byte lastByte = '\n';
    private boolean ended;

    /**
     * @param folder for messages
     * @param whenComplete runs once all rows, the end marker included, are written
     */
    RowStream(OutputStream out, Path folder, Runnable whenComplete) {
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
