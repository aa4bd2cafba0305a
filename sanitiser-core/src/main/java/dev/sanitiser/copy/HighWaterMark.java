package dev.sanitiser.copy;

import dev.sanitiser.catalog.Sequence;
import java.util.Optional;

/**
 * Rounds a sequence's real position away from its start, to the next power of two: what the application inserts next is
 * new, and the copy tells no more than the order of magnitude.
 */
final class HighWaterMark {

    private HighWaterMark() {}

    /**
     * The rounded position.
     *
     * @return empty for a cycling sequence, which has no position to pass
     */
    static Optional<Long> above(long last, Sequence sequence) {
        if (sequence.cycles()) {
            return Optional.empty();
        }
        return Optional.of(
                sequence.increment() > 0
                        ? Math.max(sequence.minimum(), roundedUp(last, sequence.maximum()))
                        : Math.min(
                                sequence.maximum(), -roundedUp(-last, -Math.max(sequence.minimum(), -Long.MAX_VALUE))));
    }

    /** A power of two where that leaves room below the limit, else the next multiple of a smaller one that does. */
    private static long roundedUp(long value, long limit) {
        if (value <= 1) {
            return Math.max(value, 1);
        }
        for (long step = Long.highestOneBit(value); step > 1; step /= 2) {
            long next = ((value - 1) / step + 1) * step;
            if (next > 0 && next < limit) {
                return next;
            }
        }
        return value;
    }
}
