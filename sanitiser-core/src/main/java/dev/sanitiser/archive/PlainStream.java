package dev.sanitiser.archive;

/** Blocks as they are. */
final class PlainStream implements StreamFormat {

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public void compress(Block block, Compression compression, Compressors compressors) {
        block.packed().put(block.plain(), 0, block.plainLength());
    }

    @Override
    public void append(PackedBlock block) {}

    @Override
    public byte[] tail() {
        return new byte[0];
    }
}
