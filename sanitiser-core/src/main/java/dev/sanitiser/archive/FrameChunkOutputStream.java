package dev.sanitiser.archive;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one data block of a custom-format archive like {@link ChunkOutputStream}, but what is written at once becomes
 * one chunk: readers of Zstandard take one frame of a chunk and drop the rest in silence.
 */
final class FrameChunkOutputStream extends OutputStream {

    private final OutputStream out;

    /** @param out stays open */
    FrameChunkOutputStream(OutputStream out, int dumpId) throws IOException {
        this.out = out;
        out.write(ChunkOutputStream.head(dumpId));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            out.write(FormatOutput.encodeInt(length));
            out.write(bytes, offset, length);
        }
    }

    @Override
    public void close() throws IOException {
        out.write(FormatOutput.encodeInt(0));
    }
}
