package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Precision and scale of a {@code numeric(p,s)}.
 *
 * @param precision from 1 to 1000
 * @param scale from -1000 to 1000; PostgreSQL 15 and later allow negative ones and ones above the precision
 */
record NumericModifier(int precision, int scale) {

    private static final int HEADER_SIZE = 4;
    private static final int SCALE_MASK = 0x7FF;
    private static final int SCALE_SIGN = 0x400;

    /**
     * Decodes {@code atttypmod} as {@code numeric_typmod_precision} and {@code numeric_typmod_scale} of PostgreSQL do.
     *
     * @param typeModifier not negative
     */
    static NumericModifier of(int typeModifier) {
        int packed = typeModifier - HEADER_SIZE;
        return new NumericModifier((packed >> 16) & 0xFFFF, ((packed & SCALE_MASK) ^ SCALE_SIGN) - SCALE_SIGN);
    }

    /** The smallest positive value. */
    BigDecimal unit() {
        return BigDecimal.ONE.scaleByPowerOfTen(-scale);
    }

    BigDecimal largest() {
        return new BigDecimal(countOfPositives()).multiply(unit());
    }

    BigInteger countOfPositives() {
        return BigInteger.TEN.pow(precision).subtract(BigInteger.ONE);
    }
}
