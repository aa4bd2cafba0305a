package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the gzip members that {@link GzipMembers} writes, one after another, with their checksums and lengths.
 *
 * <p>{@code java.util.zip.GZIPInputStream} takes garbage behind a member for the end of the file; this one refuses it.
 */
final class GzipMembersInputStream extends InputStream {

    private final InputStream in;
    private final byte[] buffer;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private int position;
    private int limit;
    private boolean started;
    private boolean ended;

    GzipMembersInputStream(InputStream in, int bufferSize) {
        this.in = in;
        this.buffer = new byte[bufferSize];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!started) {
            started = true;
            startMember();
        }
        while (!ended) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                sum.update(target, offset, count);
                return count;
            }
            endMember();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private void startMember() throws IOException {
        byte[] head = GzipMembers.memberHead();
        if (!Arrays.equals(take(head.length), head)) {
            throw new CorruptArchiveException("something that is no gzip member stands in its file");
        }
        sum.reset();
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        ByteBuffer trailer = ByteBuffer.wrap(take(2 * Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        if (trailer.getInt() != (int) sum.getValue() || trailer.getInt() != (int) inflater.getBytesWritten()) {
            throw new CorruptArchiveException("its compressed data is damaged");
        }
        ended = position == limit && !fillBuffer();
        if (!ended) {
            startMember();
        }
    }

    /** Zero once the member has no more. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(target, offset, length);
            while (count == 0 && !inflater.finished()) {
                if (!inflater.needsInput() || !fillBuffer()) {
                    throw new CorruptArchiveException("it ends too early");
                }
                inflater.setInput(buffer, 0, limit);
                count = inflater.inflate(target, offset, length);
            }
            return count;
        } catch (DataFormatException e) {
            throw new CorruptArchiveException("its compressed data is damaged");
        }
    }

    private byte[] take(int count) throws IOException {
        byte[] taken = new byte[count];
        for (int i = 0; i < count; i++) {
            if (position == limit && !fillBuffer()) {
                throw new CorruptArchiveException("it ends too early");
            }
            taken[i] = buffer[position++];
        }
        return taken;
    }

    private boolean fillBuffer() throws IOException {
        position = 0;
        limit = Math.max(in.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }
}
