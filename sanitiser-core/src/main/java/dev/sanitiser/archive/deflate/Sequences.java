package dev.sanitiser.archive.deflate;

import java.util.Arrays;

/** What a deflate block will say, runs of literals each followed by a match, and how often each symbol occurs. */
final class Sequences {

    private static final int CAPACITY = 1 << 15;
    private static final int LENGTH_SHIFT = 16;
    private static final int RUN_SHIFT = 32;

    private final long[] items = new long[CAPACITY];
    private final int[] literalsAndLengths = new int[Symbols.LITERALS_AND_LENGTHS];
    private final int[] distances = new int[Symbols.DISTANCES];
    private int count;

    void clear() {
        count = 0;
        Arrays.fill(literalsAndLengths, 0);
        Arrays.fill(distances, 0);
        literalsAndLengths[Symbols.END_OF_BLOCK] = 1;
    }

    boolean isFull() {
        return count == CAPACITY;
    }

    void addLiteral(byte value) {
        literalsAndLengths[value & 0xff]++;
    }

    /**
     * @param literalRun how many literals have been added since the match before
     * @param reducedDistance the distance less 1
     */
    void addMatch(int literalRun, int length, int reducedDistance) {
        literalsAndLengths[Symbols.ofLength(length)]++;
        distances[Symbols.ofDistance(reducedDistance)]++;
        items[count++] = (long) literalRun << RUN_SHIFT | length << LENGTH_SHIFT | reducedDistance;
    }

    /** How many matches there are. */
    int count() {
        return count;
    }

    /** A match with the literals before it. */
    long item(int index) {
        return items[index];
    }

    static int literalRun(long item) {
        return (int) (item >>> RUN_SHIFT);
    }

    static int length(long item) {
        return (int) item >>> LENGTH_SHIFT;
    }

    static int reducedDistance(long item) {
        return (int) item & (1 << LENGTH_SHIFT) - 1;
    }

    int[] literalAndLengthFrequencies() {
        return literalsAndLengths;
    }

    int[] distanceFrequencies() {
        return distances;
    }

    /** Bits that say where in its symbol's range a length or distance is. */
    long extraBits() {
        long bits = 0;
        for (int symbol = Symbols.FIRST_LENGTH; symbol < Symbols.LITERALS_AND_LENGTHS; symbol++) {
            bits += (long) literalsAndLengths[symbol] * Symbols.lengthExtraBits(symbol);
        }
        for (int symbol = 0; symbol < Symbols.DISTANCES; symbol++) {
            bits += (long) distances[symbol] * Symbols.distanceExtraBits(symbol);
        }
        return bits;
    }
}
