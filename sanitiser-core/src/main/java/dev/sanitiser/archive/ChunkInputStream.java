package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads one data block of a custom-format archive as one stream of bytes, and demands that nothing follows it. */
final class ChunkInputStream extends InputStream {

    private final InputStream block;
    private final FormatInput input;
    private int leftInChunk;
    private boolean ended;

    /** @param block the bytes from the block's first one to the start of the next block, or the end of the file */
    ChunkInputStream(InputStream block, int dumpId) throws IOException {
        this.block = block;
        this.input = new FormatInput(block);
        if (input.readByte() != ChunkOutputStream.DATA_BLOCK || input.readInt() != dumpId) {
            throw new CorruptArchiveException("no block of its own starts where the table of contents says");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (leftInChunk == 0 && !ended) {
            startChunk();
        }
        if (ended) {
            return -1;
        }
        int count = block.read(buffer, offset, Math.min(length, leftInChunk));
        if (count < 0) {
            throw new CorruptArchiveException("it ends too early");
        }
        leftInChunk -= count;
        return count;
    }

    /**
     * The next chunk as a whole.
     *
     * @param most bytes that it may have
     * @return empty at the end
     */
    Optional<byte[]> readChunk(int most) throws IOException {
        if (ended) {
            return Optional.empty();
        }
        startChunk();
        if (leftInChunk > most) {
            throw new CorruptArchiveException("a chunk of its data is too large");
        }
        int length = leftInChunk;
        leftInChunk = 0;
        return ended ? Optional.empty() : Optional.of(input.readBytes(length));
    }

    private void startChunk() throws IOException {
        leftInChunk = input.readNonNegativeInt();
        ended = leftInChunk == 0;
        if (ended && block.read() >= 0) {
            throw new CorruptArchiveException("something stands between its block and the next");
        }
    }
}
