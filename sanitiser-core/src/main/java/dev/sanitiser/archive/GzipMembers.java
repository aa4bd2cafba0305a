package dev.sanitiser.archive;

import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One gzip member (RFC 1952) for each block, for the files of the directory format. */
final class GzipMembers implements StreamFormat {

    private static final byte[] MEMBER_HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** What each member starts with: no name, no time, unknown operating system. */
    static byte[] memberHead() {
        return MEMBER_HEAD.clone();
    }

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public void compress(Block block, Compression compression, Compressors compressors) {
        block.packed().order(ByteOrder.LITTLE_ENDIAN).put(MEMBER_HEAD);
        block.deflateWhole(compressors.deflater(compression));
        CRC32 sum = new CRC32();
        sum.update(block.plain(), 0, block.plainLength());
        block.packed().putInt((int) sum.getValue()).putInt(block.plainLength());
    }

    @Override
    public void append(PackedBlock block) {}

    @Override
    public byte[] tail() {
        return new byte[0];
    }
}
