package dev.sanitiser.archive;

import java.io.IOException;
import java.io.OutputStream;

/** A piece of rows as it stands in the archive. */
final class PackedBlock {

    private final byte[] bytes;
    private final int plainLength;
    private final int checksum;
    private final byte lastPlainByte;

    /**
     * @param bytes nobody else's
     * @param plainLength at least 1
     * @param checksum of the plain bytes, as the stream's format wants it
     */
    PackedBlock(byte[] bytes, int plainLength, int checksum, byte lastPlainByte) {
        this.bytes = bytes;
        this.plainLength = plainLength;
        this.checksum = checksum;
        this.lastPlainByte = lastPlainByte;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    int length() {
        return bytes.length;
    }

    int plainLength() {
        return plainLength;
    }

    int checksum() {
        return checksum;
    }

    byte lastPlainByte() {
        return lastPlainByte;
    }
}
