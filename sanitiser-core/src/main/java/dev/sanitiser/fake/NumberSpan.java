package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The numbers of a given scale within two bounds.
 *
 * @param minimum at most the maximum
 * @param scale from 0 to 18
 */
record NumberSpan(BigDecimal minimum, BigDecimal maximum, int scale) {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    /** How many numbers there are; not positive if none has the scale. */
    BigInteger count() {
        return last().subtract(first()).add(BigInteger.ONE);
    }

    /** Whether a {@code bigint} counts them all in units of the last digit. */
    boolean isCountable() {
        return first().bitLength() < Long.SIZE && last().bitLength() < Long.SIZE && count().compareTo(LARGEST) <= 0;
    }

    Field<?> any(Lane lane) {
        return inUnits(lane.between(first().longValueExact(), last().longValueExact()));
    }

    /** From the minimum upwards. */
    Field<?> next(Lane lane) {
        return inUnits(lane.ordinal().minus(DSL.inline(1L)).plus(DSL.inline(first().longValueExact())));
    }

    /** How many of them a type tells apart that keeps so many units of the last digit exactly. */
    BigInteger distinct(long exactUnits) {
        // Neighbours are told apart while they are farther apart than the type's own steps.
        long apart = scale == 0 ? exactUnits : exactUnits / 2;
        BigInteger exact = BigInteger.valueOf(apart).subtract(first().abs()).max(BigInteger.ONE);
        return exactUnits == Long.MAX_VALUE ? count() : count().min(exact);
    }

    private Field<?> inUnits(Field<Long> units) {
        return scale == 0
                ? units
                : units.cast(SQLDataType.NUMERIC).mul(DSL.inline(BigDecimal.ONE.movePointLeft(scale)));
    }

    private BigInteger first() {
        return minimum.setScale(scale, RoundingMode.CEILING).unscaledValue();
    }

    private BigInteger last() {
        return maximum.setScale(scale, RoundingMode.FLOOR).unscaledValue();
    }
}
