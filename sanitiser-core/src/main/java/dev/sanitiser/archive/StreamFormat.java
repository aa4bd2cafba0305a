package dev.sanitiser.archive;

/** How separately compressed blocks become one valid stream; an instance serves one stream. */
interface StreamFormat {

    /** Bytes before the first block. */
    byte[] head();

    /** Compresses a block; called by several workers at a time, each with its own compressors. */
    void compress(Block block, Compression compression, Compressors compressors);

    /** Takes note of a compressed block; called in the stream's order, by one thread. */
    void append(PackedBlock block);

    /** Bytes after the last block. */
    byte[] tail();
}
