package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * The data of one entry, as it lies on disk.
 *
 * @param sizeInBytes as it is stored
 * @param rows opens the decompressed data; the stream fails where the stored bytes are damaged
 */
record StoredData(ArchiveEntry entry, long sizeInBytes, Opening rows) {

    static final int BUFFER_SIZE = 64 << 10;

    /** Opens a stream, which its caller closes. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }
}
