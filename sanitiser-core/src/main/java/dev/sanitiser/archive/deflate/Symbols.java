package dev.sanitiser.archive.deflate;

/** The symbols of RFC 1951, section 3.2.5, for lengths and distances. */
final class Symbols {

    static final int END_OF_BLOCK = 256;
    static final int FIRST_LENGTH = 257;
    static final int LITERALS_AND_LENGTHS = 286;
    static final int DISTANCES = 30;

    static final int SHORTEST_MATCH = 3;
    static final int LONGEST_MATCH = 258;
    static final int WINDOW = 1 << 15;

    private static final byte[] LENGTH_SLOT = new byte[LONGEST_MATCH + 1];
    private static final int[] LENGTH_BASE = new int[LITERALS_AND_LENGTHS - FIRST_LENGTH];
    private static final byte[] LENGTH_EXTRA = new byte[LITERALS_AND_LENGTHS - FIRST_LENGTH];

    static {
        int length = SHORTEST_MATCH;
        for (int slot = 0; slot < LENGTH_BASE.length - 1; slot++) {
            LENGTH_EXTRA[slot] = (byte) Math.max(0, (slot >> 2) - 1);
            LENGTH_BASE[slot] = length;
            for (int end = length + (1 << LENGTH_EXTRA[slot]); length < end && length < LONGEST_MATCH; length++) {
                LENGTH_SLOT[length] = (byte) slot;
            }
        }
        LENGTH_BASE[LENGTH_BASE.length - 1] = LONGEST_MATCH;
        LENGTH_SLOT[LONGEST_MATCH] = (byte) (LENGTH_BASE.length - 1);
    }

    private Symbols() {}

    /** @param length 3 to 258 */
    static int ofLength(int length) {
        return FIRST_LENGTH + LENGTH_SLOT[length];
    }

    /** The shortest length of a symbol from {@link #FIRST_LENGTH} on. */
    static int lengthBase(int symbol) {
        return LENGTH_BASE[symbol - FIRST_LENGTH];
    }

    static int lengthExtraBits(int symbol) {
        return LENGTH_EXTRA[symbol - FIRST_LENGTH];
    }

    /** @param reduced a distance less 1: 0 to 32767 */
    static int ofDistance(int reduced) {
        if (reduced < 2) {
            return reduced;
        }
        int top = 31 - Integer.numberOfLeadingZeros(reduced);
        return 2 * top + (reduced >>> (top - 1) & 1);
    }

    static int distanceExtraBits(int symbol) {
        return symbol < 2 ? 0 : (symbol >> 1) - 1;
    }
}
