package dev.sanitiser.copy;

import dev.sanitiser.catalog.Sequence;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Rounds a sequence's real position away from its start: what the application inserts next is new, and the copy tells
 * no more than the order of magnitude of how often the sequence was used.
 */
final class HighWaterMark {

    private final BigInteger origin;
    private final BigInteger increment;
    private final BigInteger last;
    private final BigInteger limit;

    private HighWaterMark(long last, Sequence sequence) {
        boolean ascends = sequence.increment() > 0;
        boolean hasPassedStart = ascends ? last >= sequence.startValue() : last <= sequence.startValue();
        this.origin = BigInteger.valueOf(
                hasPassedStart ? sequence.startValue() : ascends ? sequence.minimum() : sequence.maximum());
        this.increment = BigInteger.valueOf(sequence.increment());
        this.last = BigInteger.valueOf(last);
        this.limit = BigInteger.valueOf(ascends ? sequence.maximum() : sequence.minimum());
    }

    /**
     * The rounded position: the sequence's next power of two of uses beyond its last value, or less where its limit is
     * near.
     *
     * @return empty for a cycling sequence, which has no position to pass
     */
    static Optional<Long> above(long last, Sequence sequence) {
        return sequence.cycles() ? Optional.empty() : Optional.of(new HighWaterMark(last, sequence).rounded());
    }

    private long rounded() {
        BigInteger uses = usesUntil(last);
        BigInteger mostUses = usesUntil(limit);
        for (int power = uses.bitLength() - 1; power >= 0; power--) {
            BigInteger rounded = uses.shiftRight(power).add(BigInteger.ONE).shiftLeft(power);
            if (rounded.compareTo(mostUses) < 0) {
                return afterUses(rounded).longValueExact();
            }
        }
        return last.longValueExact();
    }

    private BigInteger usesUntil(BigInteger value) {
        return value.subtract(origin).divide(increment).add(BigInteger.ONE);
    }

    private BigInteger afterUses(BigInteger uses) {
        return origin.add(uses.subtract(BigInteger.ONE).multiply(increment));
    }
}
