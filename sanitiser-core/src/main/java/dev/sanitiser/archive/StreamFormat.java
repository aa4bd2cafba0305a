package dev.sanitiser.archive;

import java.util.zip.Deflater;

/** How separately compressed blocks become one valid stream; an instance serves one stream. */
interface StreamFormat {

    /** Bytes before the first block. */
    byte[] head();

    /** Compresses a block; called by several workers at a time, with a deflater for raw data. */
    void compress(Block block, Deflater deflater);

    /** Takes note of a compressed block; called in the stream's order, by one thread. */
    void append(PackedBlock block);

    /** Bytes after the last block. */
    byte[] tail();
}
