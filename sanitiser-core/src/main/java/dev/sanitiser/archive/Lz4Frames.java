package dev.sanitiser.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.xxhash.XXHashFactory;

/** One LZ4 frame with its checksums for each block. */
final class Lz4Frames implements StreamFormat {

    /** Below it, {@code pg_dump} compresses at full speed as well. */
    private static final int LOWEST_HIGH_LEVEL = 3;

    /** @throws LinkageError without the library */
    static void load() {
        LZ4Factory.fastestInstance();
        XXHashFactory.fastestInstance();
    }

    static InputStream read(InputStream frames) throws IOException {
        return new FramesInputStream(new LZ4FrameInputStream(frames));
    }

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public void compress(Block block, Compression compression, Compressors compressors) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(Block.SIZE);
        try (LZ4FrameOutputStream out = new LZ4FrameOutputStream(
                frame,
                LZ4FrameOutputStream.BLOCKSIZE.SIZE_256KB,
                -1,
                compressor(compression.level()),
                XXHashFactory.fastestInstance().hash32(),
                LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE,
                LZ4FrameOutputStream.FLG.Bits.BLOCK_CHECKSUM,
                LZ4FrameOutputStream.FLG.Bits.CONTENT_CHECKSUM)) {
            out.write(block.plain(), 0, block.plainLength());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        block.packed().put(frame.toByteArray());
    }

    private static LZ4Compressor compressor(int level) {
        LZ4Factory factory = LZ4Factory.fastestInstance();
        return level < LOWEST_HIGH_LEVEL ? factory.fastCompressor() : factory.highCompressor(level);
    }

    @Override
    public void append(PackedBlock block) {}

    @Override
    public byte[] tail() {
        return new byte[0];
    }
}
