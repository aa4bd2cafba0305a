package dev.sanitiser.archive;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/**
 * One zlib stream (RFC 1950) of independently deflated blocks, for the custom format: its readers hang for ever on a
 * second stream, or any byte, behind the first one's end.
 */
final class ZlibStream implements StreamFormat {

    private static final byte[] HEAD = {0x78, (byte) 0x9c};
    private static final byte[] EMPTY_FINAL_BLOCK = {0x03, 0x00};

    private int adler = AdlerSum.INITIAL;

    @Override
    public byte[] head() {
        return HEAD.clone();
    }

    @Override
    public void compress(Block block, Compression compression, Compressors compressors) {
        block.deflatePiece(compressors.deflater(compression));
        Adler32 sum = new Adler32();
        sum.update(block.plain(), 0, block.plainLength());
        block.rememberChecksum((int) sum.getValue());
    }

    @Override
    public void append(PackedBlock block) {
        adler = AdlerSum.join(adler, block.checksum(), block.plainLength());
    }

    @Override
    public byte[] tail() {
        return ByteBuffer.allocate(EMPTY_FINAL_BLOCK.length + Integer.BYTES)
                .put(EMPTY_FINAL_BLOCK)
                .putInt(adler)
                .array();
    }
}
