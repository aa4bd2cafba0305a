package dev.sanitiser.archive.deflate;

import java.util.Arrays;

/** How a dynamic block tells the lengths of its two codes (RFC 1951, section 3.2.7). */
final class CodeHeader {

    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int SYMBOL_BITS = 5;
    private static final int[] EXTRA_BITS = {2, 3, 7};
    private static final int LONGEST_CODE = 7;
    private static final int FIXED_BITS = 14;

    private final PrefixCode code = new PrefixCode(ORDER.length, LONGEST_CODE);
    private final int[] frequencies = new int[ORDER.length];
    private final byte[] lengths = new byte[Symbols.LITERALS_AND_LENGTHS + Symbols.DISTANCES];
    private final int[] items = new int[lengths.length];
    private int itemCount;
    private int literalCount;
    private int distanceCount;
    private int orderCount;

    void fit(PrefixCode literals, PrefixCode distances) {
        literalCount = used(literals.lengths(), Symbols.FIRST_LENGTH);
        distanceCount = used(distances.lengths(), 1);
        System.arraycopy(literals.lengths(), 0, lengths, 0, literalCount);
        System.arraycopy(distances.lengths(), 0, lengths, literalCount, distanceCount);
        itemCount = 0;
        Arrays.fill(frequencies, 0);
        int end = literalCount + distanceCount;
        for (int at = 0; at < end; ) {
            int runEnd = at + 1;
            while (runEnd < end && lengths[runEnd] == lengths[at]) {
                runEnd++;
            }
            addRun(lengths[at], runEnd - at);
            at = runEnd;
        }
        code.fit(frequencies);
        orderCount = ORDER.length;
        while (orderCount > 4 && code.lengths()[ORDER[orderCount - 1]] == 0) {
            orderCount--;
        }
    }

    private static int used(byte[] lengths, int least) {
        int count = lengths.length;
        while (count > least && lengths[count - 1] == 0) {
            count--;
        }
        return count;
    }

    private void addRun(int length, int count) {
        int left = count;
        if (length == 0) {
            for (; left >= 11; left -= Math.min(left, 138)) {
                add(MANY_ZEROS, Math.min(left, 138) - 11);
            }
            if (left >= 3) {
                add(ZEROS, left - 3);
                left = 0;
            }
        } else if (left >= 4) {
            add(length, 0);
            left--;
            for (; left >= 3; left -= Math.min(left, 6)) {
                add(REPEAT, Math.min(left, 6) - 3);
            }
        }
        for (; left > 0; left--) {
            add(length, 0);
        }
    }

    private void add(int symbol, int extra) {
        items[itemCount++] = extra << SYMBOL_BITS | symbol;
        frequencies[symbol]++;
    }

    /** In bits. */
    long cost() {
        return FIXED_BITS
                + 3L * orderCount
                + code.cost(frequencies)
                + 2L * frequencies[REPEAT]
                + 3L * frequencies[ZEROS]
                + 7L * frequencies[MANY_ZEROS];
    }

    void write(BitSink out) {
        out.put(literalCount - Symbols.FIRST_LENGTH, 5);
        out.put(distanceCount - 1, 5);
        out.put(orderCount - 4, 4);
        for (int i = 0; i < orderCount; i++) {
            out.put(code.lengths()[ORDER[i]], 3);
        }
        for (int i = 0; i < itemCount; i++) {
            int symbol = items[i] & (1 << SYMBOL_BITS) - 1;
            out.putCode(code.codes()[symbol]);
            if (symbol >= REPEAT) {
                out.put(items[i] >>> SYMBOL_BITS, EXTRA_BITS[symbol - REPEAT]);
            }
        }
    }
}
