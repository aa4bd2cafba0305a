package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What each compression looks like in each format. The classes of optional libraries stand in {@link Lz4Frames} and
 * {@link ZstdFrames} only.
 */
final class Codecs {

    private Codecs() {}

    static StreamFormat inCustom(Compression compression) {
        return switch (compression.method()) {
            case NONE -> new PlainStream();
            case GZIP -> new ZlibStream();
            case LZ4 -> new Lz4Frames();
            case ZSTD -> new ZstdFrames();
        };
    }

    static StreamFormat inDirectory(Compression compression) {
        return compression.method() == Compression.Method.GZIP ? new GzipMembers() : inCustom(compression);
    }

    static OutputStream chunks(Compression compression, OutputStream out, int dumpId) throws IOException {
        return compression.method() == Compression.Method.ZSTD
                ? new FrameChunkOutputStream(out, dumpId)
                : new ChunkOutputStream(out, dumpId);
    }

    static InputStream read(ChunkInputStream chunks, Compression.Method method) throws IOException {
        return switch (method) {
            case NONE -> chunks;
            case GZIP -> new ZlibInputStream(chunks, StoredData.BUFFER_SIZE);
            case LZ4 -> Lz4Frames.read(chunks);
            case ZSTD -> new ZstdChunkInputStream(chunks);
        };
    }

    static InputStream readFile(InputStream file, Compression.Method method) throws IOException {
        return switch (method) {
            case NONE -> file;
            case GZIP -> new GzipMembersInputStream(file, StoredData.BUFFER_SIZE);
            case LZ4 -> Lz4Frames.read(file);
            case ZSTD -> ZstdFrames.read(file);
        };
    }
}
