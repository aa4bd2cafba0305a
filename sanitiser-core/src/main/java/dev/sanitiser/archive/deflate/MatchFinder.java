package dev.sanitiser.archive.deflate;

import java.util.Arrays;

/**
 * Finds earlier occurrences of the bytes at a place, the nearest first.
 *
 * <p>Places that begin with the same five bytes (and a few others) hang in a chain: {@code newest} holds the last of
 * them, and {@code gaps} says for each place of the window how far the one before it is away. Shorter matches are not
 * looked for: in the text of COPY they take more bits than their literals.
 *
 * <p>Places are numbered on from one input to the next, so that those of earlier inputs are too far away to be found.
 */
final class MatchFinder {

    /** How many bytes at a place must be readable. */
    static final int READ_AHEAD = Long.BYTES;

    /** A floor that every match exceeds. */
    static final int SHORT = 4;

    /** No match. */
    static final int NONE = 0;

    private static final int HASHED_BYTES = SHORT + 1;
    private static final long HASH_FACTOR = 0x9E3779B185EBCA87L;
    private static final int HASH_BITS = 17;

    private static final int DISTANCE_BITS = 16;
    private static final int MOST_GAP = 0xffff;
    private static final int WINDOW_MASK = Symbols.WINDOW - 1;

    private final int[] newest = new int[1 << HASH_BITS];
    private final char[] gaps = new char[Symbols.WINDOW];

    /** The number of the input's first place. */
    private int first = MOST_GAP;

    private int endOfInput = MOST_GAP;

    /** Forgets all places. */
    void start(int length) {
        if (endOfInput > Integer.MAX_VALUE - 2 * MOST_GAP - length) {
            Arrays.fill(newest, 0);
            endOfInput = 0;
        }
        first = endOfInput + MOST_GAP;
        endOfInput = first + length;
    }

    static int length(int match) {
        return match >>> DISTANCE_BITS;
    }

    /** A match's distance less 1. */
    static int reducedDistance(int match) {
        return match & ((1 << DISTANCE_BITS) - 1);
    }

    private static int hash(long bytes) {
        long hashed = bytes << (Long.SIZE - 8 * HASHED_BYTES);
        return (int) ((hashed * HASH_FACTOR) >>> (Long.SIZE - HASH_BITS));
    }

    /** Remembers places. */
    void add(byte[] in, int from, int to) {
        int shift = first;
        for (int at = from; at < to; at++) {
            int hash = hash(Bytes.longAt(in, at));
            gaps[at & WINDOW_MASK] = (char) Math.min(at + shift - newest[hash], MOST_GAP);
            newest[hash] = at + shift;
        }
    }

    /**
     * Looks for a match and remembers the place.
     *
     * @param floor the match must be longer; at least {@link #SHORT}
     * @return {@link #NONE}, or a match to ask for its length and distance
     */
    int find(byte[] in, int at, int end, int floor, int depth, int niceLength) {
        int most = Math.min(end - at, Symbols.LONGEST_MATCH);
        long bytes = Bytes.longAt(in, at);
        int hash = hash(bytes);
        int candidate = newest[hash] - first;
        newest[hash] = at + first;
        gaps[at & WINDOW_MASK] = (char) Math.min(at - candidate, MOST_GAP);
        if (floor >= most) {
            return NONE;
        }
        int oldest = at - Symbols.WINDOW;
        int length = floor;
        int match = NONE;
        int tail = Bytes.intAt(in, at + length - 3);
        for (int left = depth; candidate >= oldest && left > 0; left--) {
            if (Bytes.intAt(in, candidate + length - 3) == tail) {
                long difference = Bytes.longAt(in, candidate) ^ bytes;
                int common = difference == 0
                        ? extend(in, at, candidate, most)
                        : Long.numberOfTrailingZeros(difference) >>> 3;
                if (common > length) {
                    length = common;
                    match = length << DISTANCE_BITS | at - candidate - 1;
                    if (length >= niceLength || length >= most) {
                        break;
                    }
                    tail = Bytes.intAt(in, at + length - 3);
                }
            }
            candidate -= gaps[candidate & WINDOW_MASK];
        }
        return match;
    }

    private static int extend(byte[] in, int at, int candidate, int most) {
        int length = Long.BYTES;
        while (length + Long.BYTES <= most) {
            long difference = Bytes.longAt(in, candidate + length) ^ Bytes.longAt(in, at + length);
            if (difference != 0) {
                return length + (Long.numberOfTrailingZeros(difference) >>> 3);
            }
            length += Long.BYTES;
        }
        while (length < most && in[candidate + length] == in[at + length]) {
            length++;
        }
        return length;
    }
}
