package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads one zlib stream with its checksum and demands that nothing follows it. */
final class ZlibInputStream extends InflaterInputStream {

    ZlibInputStream(InputStream in, int bufferSize) {
        super(in, new Inflater(), bufferSize);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count < 0) {
            checkEnd();
        }
        return count;
    }

    private void checkEnd() throws IOException {
        if (!inf.finished()) {
            throw new CorruptArchiveException("its compressed data is damaged");
        }
        if (inf.getRemaining() > 0 || in.read() >= 0) {
            throw new CorruptArchiveException("something follows the end of its compressed data");
        }
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
