package dev.sanitiser.archive.deflate;

import java.util.Arrays;

/** A canonical prefix code (RFC 1951, section 3.2.2) of limited length, made for given frequencies. */
final class PrefixCode {

    private static final int SYMBOL_BITS = 9;
    private static final int LENGTH_BITS = 4;
    private static final int LONGEST = 15;

    private final byte[] lengths;
    private final int[] codes;

    private final int longest;
    private final long[] sorted;
    private final int[] weights;
    private final int[] parents;
    private final int[] lengthCounts = new int[LONGEST + 1];
    private final int[] next = new int[LONGEST + 1];

    PrefixCode(int symbols, int longest) {
        this.longest = longest;
        lengths = new byte[symbols];
        codes = new int[symbols];
        sorted = new long[symbols];
        weights = new int[2 * symbols];
        parents = new int[2 * symbols];
    }

    /** For each symbol how many bits its code has; 0 for one that does not occur. */
    byte[] lengths() {
        return lengths;
    }

    /** For each symbol its code, to be asked for {@link #length} and {@link #bits}. */
    int[] codes() {
        return codes;
    }

    static int length(int code) {
        return code & (1 << LENGTH_BITS) - 1;
    }

    /** The first one lowest. */
    static int bits(int code) {
        return code >>> LENGTH_BITS;
    }

    /** Makes a complete code of at least two symbols, which is what every decoder takes. */
    void fit(int[] frequencies) {
        int used = sortUsed(frequencies);
        Arrays.fill(lengths, (byte) 0);
        if (used < 2) {
            int symbol = used == 0 ? 0 : (int) sorted[0] & (1 << SYMBOL_BITS) - 1;
            lengths[symbol] = 1;
            lengths[symbol == 0 ? 1 : 0] = 1;
            countLengths();
        } else {
            joinLightest(used);
            countDepths(used);
            shorten();
            assignLengths(used);
        }
        assignCodes();
    }

    /** Takes lengths as they are. */
    void fit(byte[] givenLengths) {
        System.arraycopy(givenLengths, 0, lengths, 0, lengths.length);
        countLengths();
        assignCodes();
    }

    private int sortUsed(int[] frequencies) {
        int used = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (frequencies[symbol] > 0) {
                sorted[used++] = (long) frequencies[symbol] << SYMBOL_BITS | symbol;
            }
        }
        Arrays.sort(sorted, 0, used);
        return used;
    }

    /** Huffman's algorithm with two queues: the leaves by weight, then the inner nodes, which are made by weight. */
    private void joinLightest(int leaves) {
        for (int leaf = 0; leaf < leaves; leaf++) {
            weights[leaf] = (int) (sorted[leaf] >>> SYMBOL_BITS);
        }
        int leaf = 0;
        int inner = leaves;
        for (int made = leaves; made < 2 * leaves - 1; made++) {
            int first = leaf < leaves && (inner == made || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
            int second = leaf < leaves && (inner == made || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
            weights[made] = weights[first] + weights[second];
            parents[first] = made;
            parents[second] = made;
        }
    }

    /** Counts leaves by depth; those too deep are counted at the longest length, which breaks the code's balance. */
    private void countDepths(int leaves) {
        Arrays.fill(lengthCounts, 0);
        int root = 2 * leaves - 2;
        weights[root] = 0;
        for (int node = root - 1; node >= 0; node--) {
            int depth = weights[parents[node]] + 1;
            weights[node] = depth;
            if (node < leaves) {
                lengthCounts[Math.min(depth, longest)]++;
            }
        }
    }

    /** Restores the balance: each step hangs a leaf of the longest length beside one that is made a bit longer. */
    private void shorten() {
        int excess = -(1 << longest);
        for (int length = 1; length <= longest; length++) {
            excess += lengthCounts[length] << (longest - length);
        }
        while (excess > 0) {
            int length = longest - 1;
            while (lengthCounts[length] == 0) {
                length--;
            }
            lengthCounts[length]--;
            lengthCounts[length + 1] += 2;
            lengthCounts[longest]--;
            excess--;
        }
    }

    private void assignLengths(int used) {
        int next = 0;
        for (int length = longest; length > 0; length--) {
            for (int count = lengthCounts[length]; count > 0; count--) {
                lengths[(int) sorted[next++] & (1 << SYMBOL_BITS) - 1] = (byte) length;
            }
        }
        if (next != used) {
            throw new IllegalStateException("a code has " + next + " symbols instead of " + used);
        }
    }

    private void countLengths() {
        Arrays.fill(lengthCounts, 0);
        for (byte length : lengths) {
            lengthCounts[length]++;
        }
    }

    private void assignCodes() {
        int code = 0;
        lengthCounts[0] = 0;
        for (int length = 1; length < lengthCounts.length; length++) {
            code = (code + lengthCounts[length - 1]) << 1;
            next[length] = code;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length == 0) {
                codes[symbol] = 0;
            } else {
                int bits = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
                codes[symbol] = bits << LENGTH_BITS | length;
            }
        }
    }

    /** Bits that the symbols take, without their extra bits. */
    long cost(int[] frequencies) {
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            bits += (long) frequencies[symbol] * lengths[symbol];
        }
        return bits;
    }
}
