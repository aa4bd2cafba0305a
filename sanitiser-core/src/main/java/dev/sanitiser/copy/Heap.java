package dev.sanitiser.copy;

import dev.sanitiser.plan.RowRange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a table lies on disk.
 *
 * @param blocks of its main fork
 * @param sizeInBytes with TOAST
 * @param hasRanges whether its rows can be read by their place: it is a heap whose {@code ctid} the role may read
 */
record Heap(long oid, String name, long blocks, long sizeInBytes, boolean hasRanges) {

    /** What one statement reads: enough that its start costs little, and few enough to wait in memory. */
    private static final long BYTES_OF_A_RANGE = 8L << 20;

    /** What every statement of a table reads besides is at most this part of all it reads. */
    private static final long SHARE_OF_REPEATED_READING = 4;

    /**
     * Cuts the table into ranges of much the same size; the last one has no end, because blocks that are added later
     * hold nothing that an earlier snapshot sees.
     *
     * @param bytesReadBesides by the statement of each range
     */
    List<RowRange> ranges(long bytesReadBesides) {
        long bytes = Math.max(BYTES_OF_A_RANGE, SHARE_OF_REPEATED_READING * bytesReadBesides);
        long ranges = hasRanges ? Math.min(blocks, sizeInBytes / bytes) : 0;
        if (ranges < 2) {
            return List.of(RowRange.WHOLE_TABLE);
        }
        List<RowRange> all = new ArrayList<>();
        for (long i = 0; i < ranges; i++) {
            long end = blocks * (i + 1) / ranges;
            all.add(new RowRange(blocks * i / ranges, i + 1 < ranges ? OptionalLong.of(end) : OptionalLong.empty(), 0));
        }
        return all;
    }
}
