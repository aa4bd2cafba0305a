package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a part of a file without moving the channel's position, so that several threads can share the channel. */
final class RegionInputStream extends InputStream {

    private final FileChannel channel;
    private final long end;
    private long position;

    /** @param end position behind the last byte of the part */
    RegionInputStream(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, end - position);
        if (wanted == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = channel.read(ByteBuffer.wrap(buffer, offset, wanted), position);
        position += Math.max(count, 0);
        return count;
    }
}
