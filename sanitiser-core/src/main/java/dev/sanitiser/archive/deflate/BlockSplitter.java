package dev.sanitiser.archive.deflate;

import java.util.Arrays;

/**
 * Says when the data have changed so much that a deflate block with a new code pays.
 *
 * <p>Symbols are counted by rough kind: literals by three of their bits, matches by length. Once in a sample the shares
 * of the kinds are held against those of the block before the sample.
 */
final class BlockSplitter {

    private static final int SAMPLE_SIZE = 512;
    private static final int SHORTEST_BLOCK = 5000;
    private static final int SHORT_BLOCK = 10000;

    private static final int KINDS = 10;
    private static final int MATCH_KINDS = 8;
    private static final int LONG_MATCH = 9;

    private final int[] sample = new int[KINDS];
    private final int[] before = new int[KINDS];
    private int sampleSize;
    private int beforeSize;

    void clear() {
        Arrays.fill(sample, 0);
        Arrays.fill(before, 0);
        sampleSize = 0;
        beforeSize = 0;
    }

    void literal(byte value) {
        sample[((value >> 5) & 6) | (value & 1)]++;
        sampleSize++;
    }

    void match(int length) {
        sample[length < LONG_MATCH ? MATCH_KINDS : MATCH_KINDS + 1]++;
        sampleSize++;
    }

    boolean isSampleFull() {
        return sampleSize >= SAMPLE_SIZE;
    }

    /**
     * Takes note of a sample.
     *
     * @param length of the block so far
     * @param rest of the input
     */
    boolean endsBlock(int length, int rest) {
        if (length < SHORTEST_BLOCK || rest < SHORTEST_BLOCK) {
            return false;
        }
        boolean ends = beforeSize > 0 && hasChanged(length);
        for (int kind = 0; kind < KINDS; kind++) {
            before[kind] += sample[kind];
            sample[kind] = 0;
        }
        beforeSize += sampleSize;
        sampleSize = 0;
        return ends;
    }

    /** The shares may differ by 200/512 in sum; by more in a short block, by less in a long one. */
    private boolean hasChanged(int length) {
        long difference = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            difference += Math.abs((long) sample[kind] * beforeSize - (long) before[kind] * sampleSize);
        }
        long allowed = (long) sampleSize * 200 / 512 * beforeSize;
        if (length < SHORT_BLOCK) {
            allowed += allowed * (SHORT_BLOCK - length) / 8192;
        }
        return difference + (length >> 12) * (long) beforeSize >= allowed;
    }
}
