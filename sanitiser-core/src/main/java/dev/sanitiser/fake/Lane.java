package dev.sanitiser.fake;

import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Where a fake draws from: the number of the row and a seed.
 *
 * <p>Lanes with different seeds draw independently of each other. What is drawn is the same in every run and in every
 * version of PostgreSQL.
 *
 * @param ordinal the number of the row, a {@code bigint} of at least 1
 */
public record Lane(Field<Long> ordinal, long seed) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    public Lane {
        Objects.requireNonNull(ordinal);
    }

    /** A pseudo-random number from 0 to 2⁶³ - 1; not cryptographic, and different ordinals may share one. */
    public Field<Long> hash() {
        return rawHash().bitAnd(DSL.inline(Long.MAX_VALUE));
    }

    /** A pseudo-random {@code bigint}, negative or not. */
    Field<Long> rawHash() {
        return Sql.call("hashint8extended", Long.class, ordinal, DSL.inline(seed));
    }

    /** A pseudo-random number from 0 to the bound - 1, all nearly equally often. */
    public Field<Long> below(long bound) {
        return Long.bitCount(bound) == 1 ? rawHash().bitAnd(DSL.inline(bound - 1)) : hash().mod(DSL.inline(bound));
    }

    /**
     * A pseudo-random number within both bounds.
     *
     * @throws ArithmeticException if the bounds are 2⁶³ or more apart
     */
    public Field<Long> between(long minimum, long maximum) {
        long count = Math.addExact(Math.subtractExact(maximum, minimum), 1);
        return minimum == 0 ? below(count) : below(count).plus(DSL.inline(minimum));
    }

    /** One of the strings, pseudo-randomly. */
    public Field<String> pick(List<String> strings) {
        return strings.size() == 1 ? DSL.inline(strings.get(0)) : Sql.element(strings, below(strings.size()));
    }

    /** A lane for the same row that draws independently of this one and of its other branches. */
    public Lane branch(int number) {
        return new Lane(ordinal, mix(seed + (number + 1) * GOLDEN_GAMMA));
    }

    /** The same draws for another number. */
    Lane at(Field<Long> otherOrdinal) {
        return new Lane(otherOrdinal, seed);
    }

    // SplitMix64's finaliser: neighbouring seeds give unrelated ones.
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
