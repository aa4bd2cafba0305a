package dev.sanitiser.archive;

import java.util.zip.Deflater;

/** Blocks as they are. */
final class PlainStream implements StreamFormat {

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public void compress(Block block, Deflater deflater) {
        block.packed().put(block.plain(), 0, block.plainLength());
    }

    @Override
    public void append(PackedBlock block) {}

    @Override
    public byte[] tail() {
        return new byte[0];
    }
}
