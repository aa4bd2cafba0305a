package dev.sanitiser.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;

/** One Zstandard frame (RFC 8878) with its checksum for each block. */
final class ZstdFrames implements StreamFormat {

    /** @throws LinkageError without the library */
    static void load() {
        Zstd.compressBound(1);
    }

    static InputStream read(InputStream frames) throws IOException {
        return new FramesInputStream(new ZstdInputStreamNoFinalizer(frames));
    }

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public void compress(Block block, Compression compression, Compressors compressors) {
        byte[] frame = new byte[(int) Zstd.compressBound(block.plainLength())];
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(compression.level()).setChecksum(true);
            int length = context.compressByteArray(frame, 0, frame.length, block.plain(), 0, block.plainLength());
            block.packed().put(frame, 0, length);
        }
    }

    @Override
    public void append(PackedBlock block) {}

    @Override
    public byte[] tail() {
        return new byte[0];
    }

    /**
     * Reads one frame of at most a block's size.
     *
     * @throws CorruptArchiveException if it is damaged, or not the whole of the bytes: {@code pg_restore} would drop
     *     the rest in silence
     */
    static byte[] plain(byte[] frame) throws IOException {
        try {
            if (Zstd.findFrameCompressedSize(frame) != frame.length) {
                throw new CorruptArchiveException("a chunk of its data is not one frame");
            }
            long size = Zstd.getFrameContentSize(frame);
            if (size < 1 || size > Block.SIZE) {
                throw new CorruptArchiveException("a frame of its data has an impossible size");
            }
            return Zstd.decompress(frame, (int) size);
        } catch (ZstdException e) {
            throw new CorruptArchiveException("its compressed data is damaged");
        }
    }
}
