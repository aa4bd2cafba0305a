package dev.sanitiser.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the chunks of a block, each of which is one Zstandard frame. */
final class ZstdChunkInputStream extends InputStream {

    private final ChunkInputStream chunks;
    private InputStream plain = InputStream.nullInputStream();

    ZstdChunkInputStream(ChunkInputStream chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = plain.read(target, offset, length);
        while (count < 0) {
            Optional<byte[]> chunk = chunks.readChunk(2 * Block.SIZE);
            if (chunk.isEmpty()) {
                return -1;
            }
            plain = new ByteArrayInputStream(ZstdFrames.plain(chunk.get()));
            count = plain.read(target, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }
}
