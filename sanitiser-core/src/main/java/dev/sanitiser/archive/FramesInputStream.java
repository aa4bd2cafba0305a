package dev.sanitiser.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads frames to the end of what holds them; the library that does it has its own words for damage. */
final class FramesInputStream extends FilterInputStream {

    FramesInputStream(InputStream frames) {
        super(frames);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (CorruptArchiveException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new CorruptArchiveException("its compressed data is damaged");
        }
    }
}
