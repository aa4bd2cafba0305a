package dev.sanitiser.fake;

import dev.sanitiser.catalog.QualifiedName;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Field;

/**
 * The values of one type: how they follow each other, and how plausible ones are drawn.
 *
 * @param length how many values there are before the first repeats (or before the type has no more)
 * @param ascending whether they rise with the ordinal, in the order of the type's default operator class
 * @param next the value at the lane's ordinal, different for all ordinals from 1 to the length
 * @param plausible a pseudo-random value
 */
record Series(BigInteger length, boolean ascending, Function<Lane, Field<?>> next, Function<Lane, Field<?>> plausible) {

    static final BigInteger ENDLESS = BigInteger.valueOf(Long.MAX_VALUE);

    /** Values that rise; plausible ones are drawn from the first of them. */
    static Series ascending(long length, long plausibleLength, Function<Field<Long>, Field<?>> at) {
        return counted(BigInteger.valueOf(length), true, plausibleLength, at);
    }

    /** Values in no useful order; plausible ones are drawn from the first of them. */
    static Series unordered(long length, long plausibleLength, Function<Field<Long>, Field<?>> at) {
        return counted(BigInteger.valueOf(length), false, plausibleLength, at);
    }

    private static Series counted(
            BigInteger length, boolean ascending, long plausibleLength, Function<Field<Long>, Field<?>> at) {
        return new Series(
                length,
                ascending,
                lane -> at.apply(lane.ordinal()),
                lane -> at.apply(lane.between(1, plausibleLength)));
    }

    /** One value for every row: the only one that is sure to exist in every database. */
    static Series constant(Field<?> value) {
        return new Series(BigInteger.ONE, false, lane -> value, lane -> value);
    }

    Series withNext(Function<Lane, Field<?>> other) {
        return new Series(length, ascending, other, plausible);
    }

    Series withPlausible(Function<Lane, Field<?>> other) {
        return new Series(length, ascending, next, other);
    }

    Series map(UnaryOperator<Field<?>> step) {
        return new Series(length, ascending, next.andThen(step), plausible.andThen(step));
    }

    Series castTo(QualifiedName type) {
        return map(value -> Sql.cast(value, type));
    }
}
