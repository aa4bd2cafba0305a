package dev.sanitiser.archive;

import dev.sanitiser.archive.deflate.DeflateCompressor;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A piece of rows on its way through a compression worker; used by one thread at a time and then again. */
final class Block {

    static final int SIZE = 256 << 10;

    /** The head and tail of a gzip member, and more. */
    private static final int MARGIN = 64;

    private final byte[] plain = new byte[SIZE];
    private final ByteBuffer packed = ByteBuffer.allocate(DeflateCompressor.mostBytes(SIZE) + MARGIN);
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

    /** Appends the plain bytes' compressed form, which ends on a byte border and does not end a deflate stream. */
    void deflatePiece(DeflateCompressor deflater) {
        packed.position(deflater.compressPiece(plain, plainLength, packed.array(), packed.position()));
    }

    /** Appends the plain bytes' compressed form as a whole deflate stream. */
    void deflateWhole(DeflateCompressor deflater) {
        packed.position(deflater.compressWhole(plain, plainLength, packed.array(), packed.position()));
    }
}
