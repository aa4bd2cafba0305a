package dev.sanitiser.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes one data block of a custom-format archive: its head, the bytes in chunks with their lengths, and its end. */
final class ChunkOutputStream extends OutputStream {

    static final int DATA_BLOCK = 1;

    private static final int CHUNK_SIZE = 64 << 10;

    private final OutputStream out;
    private final ByteBuffer chunk =
            ByteBuffer.allocate(FormatOutput.INT_LENGTH + CHUNK_SIZE).order(ByteOrder.LITTLE_ENDIAN);

    /** @param out stays open */
    ChunkOutputStream(OutputStream out, int dumpId) throws IOException {
        this.out = out;
        out.write(head(dumpId));
        startChunk();
    }

    /** What a block begins with. */
    static byte[] head(int dumpId) {
        return new FormatOutput().putByte(DATA_BLOCK).putInt(dumpId).toByteArray();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int taken = Math.min(length - done, chunk.remaining());
            chunk.put(bytes, offset + done, taken);
            done += taken;
            if (!chunk.hasRemaining()) {
                writeChunk();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (chunk.position() > FormatOutput.INT_LENGTH) {
            writeChunk();
        }
        out.write(FormatOutput.encodeInt(0));
    }

    private void startChunk() {
        chunk.clear().position(FormatOutput.INT_LENGTH);
    }

    private void writeChunk() throws IOException {
        chunk.put(0, FormatOutput.encodeInt(chunk.position() - FormatOutput.INT_LENGTH));
        out.write(chunk.array(), 0, chunk.position());
        startChunk();
    }
}
