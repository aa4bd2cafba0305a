package dev.sanitiser.archive.deflate;

/**
 * Compresses arrays to deflate data (RFC 1951). What a call writes depends on its input and the level only, not on
 * earlier calls. Creates nothing for garbage collection once it is built; for one thread at a time.
 */
public final class DeflateCompressor {

    private final Parser parser;
    private final Sequences sequences = new Sequences();
    private final BlockWriter blocks = new BlockWriter();
    private final BitSink sink = new BitSink();

    /**
     * @param level 1 (fast) to 9 (small)
     * @throws IllegalArgumentException for another level
     */
    public DeflateCompressor(int level) {
        this.parser = new Parser(Effort.ofLevel(level));
    }

    /**
     * How much room a call needs in its output, in bytes: a little more than the input, which may be incompressible.
     */
    public static int mostBytes(int length) {
        return length + length / 512 + 64;
    }

    /**
     * Compresses the first bytes of an array to a piece of a longer stream: its last deflate block does not say that it
     * is the last, and ends on a byte border.
     *
     * @param length 0 or more
     * @param out with {@link #mostBytes} of room behind the offset; all of that may be overwritten
     * @return where the piece ends in {@code out}
     * @throws IndexOutOfBoundsException if there is less room, or less input
     */
    public int compressPiece(byte[] in, int length, byte[] out, int offset) {
        sink.start(out, offset);
        compress(in, length, 0);
        BlockWriter.writeBorder(sink);
        return sink.finish();
    }

    /**
     * Compresses the first bytes of an array to a whole deflate stream.
     *
     * @param length 0 or more
     * @param out with {@link #mostBytes} of room behind the offset; all of that may be overwritten
     * @return where the stream ends in {@code out}
     * @throws IndexOutOfBoundsException if there is less room, or less input
     */
    public int compressWhole(byte[] in, int length, byte[] out, int offset) {
        sink.start(out, offset);
        compress(in, length, 1);
        return sink.finish();
    }

    private void compress(byte[] in, int length, int last) {
        parser.start(length);
        int start = 0;
        do {
            int end = parser.parse(in, start, length, sequences);
            blocks.write(in, start, end, sequences, end == length ? last : 0, sink);
            start = end;
        } while (start < length);
    }
}
