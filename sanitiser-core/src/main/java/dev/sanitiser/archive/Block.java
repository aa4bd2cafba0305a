package dev.sanitiser.archive;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** A piece of rows on its way through a compression worker; used by one thread at a time and then again. */
final class Block {

    static final int SIZE = 256 << 10;

    /** More than deflate adds to incompressible input, with the head and tail of a gzip member. */
    private static final int MARGIN = 4 << 10;

    private final byte[] plain = new byte[SIZE];
    private final ByteBuffer packed = ByteBuffer.allocate(SIZE + MARGIN);
    private int plainLength;
    private int checksum;

    void clear() {
        plainLength = 0;
        checksum = 0;
        packed.clear();
    }

    /** Takes as many bytes as fit and says how many those are. */
    int fill(byte[] source, int offset, int length) {
        int taken = Math.min(length, SIZE - plainLength);
        System.arraycopy(source, offset, plain, plainLength, taken);
        plainLength += taken;
        return taken;
    }

    boolean isFull() {
        return plainLength == SIZE;
    }

    boolean isEmpty() {
        return plainLength == 0;
    }

    byte[] plain() {
        return plain;
    }

    int plainLength() {
        return plainLength;
    }

    /** Where a worker puts the compressed form. */
    ByteBuffer packed() {
        return packed;
    }

    /** What a worker has put into {@link #packed}, on its own, so that this block can be used again. */
    PackedBlock toPacked() {
        return new PackedBlock(
                Arrays.copyOf(packed.array(), packed.position()), plainLength, checksum, plain[plainLength - 1]);
    }

    void rememberChecksum(int value) {
        checksum = value;
    }

    /**
     * Appends the plain bytes' compressed form.
     *
     * @param flush {@link Deflater#SYNC_FLUSH} to end on a byte border, {@link Deflater#NO_FLUSH} for a deflater whose
     *     {@code finish} has been called
     */
    void deflate(Deflater deflater, int flush) {
        deflater.setInput(plain, 0, plainLength);
        if (flush == Deflater.NO_FLUSH) {
            deflater.finish();
        }
        deflater.deflate(packed, flush);
        if (!packed.hasRemaining()) {
            throw new IllegalStateException("a compressed block outgrew its buffer");
        }
    }
}
