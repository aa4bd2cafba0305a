package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which numbers a type holds.
 *
 * @param scale how many fraction digits it keeps
 * @param exactUnits up to how many units of the last digit it tells apart; {@link Long#MAX_VALUE} for exact types
 */
record NumberLimits(BigDecimal least, BigDecimal most, int scale, long exactUnits) {

    private static final long UNSIGNED_32_BITS = 0xFFFF_FFFFL;
    private static final BigDecimal LARGEST_MONEY = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final BigDecimal LARGEST_FLOAT4 = new BigDecimal("1E+38");
    private static final BigDecimal LARGEST_FLOAT8 = new BigDecimal("1E+308");
    private static final BigDecimal LARGEST_NUMERIC = new BigDecimal("1E+1000");
    private static final int LARGEST_SCALE = 18;

    /** @return empty for a type that holds no numbers */
    static Optional<NumberLimits> of(GeneratorContext context) {
        return switch (context.builtInType()) {
            case "int2" -> between(Short.MIN_VALUE, Short.MAX_VALUE);
            case "int4" -> between(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int8" -> between(Long.MIN_VALUE, Long.MAX_VALUE);
            case "oid" -> between(0, UNSIGNED_32_BITS);
            case "float4" -> symmetric(LARGEST_FLOAT4, LARGEST_SCALE, 1L << 24);
            case "float8" -> symmetric(LARGEST_FLOAT8, LARGEST_SCALE, 1L << 53);
            case "money" -> symmetric(LARGEST_MONEY, 2, Long.MAX_VALUE);
            case "numeric" -> numeric(context.type().typeModifier());
            default -> Optional.empty();
        };
    }

    private static Optional<NumberLimits> numeric(int typeModifier) {
        if (typeModifier < 0) {
            return symmetric(LARGEST_NUMERIC, LARGEST_SCALE, Long.MAX_VALUE);
        }
        NumericModifier modifier = NumericModifier.of(typeModifier);
        return symmetric(modifier.largest(), modifier.scale(), Long.MAX_VALUE);
    }

    private static Optional<NumberLimits> between(long least, long most) {
        return Optional.of(new NumberLimits(BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0, Long.MAX_VALUE));
    }

    private static Optional<NumberLimits> symmetric(BigDecimal most, int scale, long exactUnits) {
        return Optional.of(new NumberLimits(most.negate(), most, scale, exactUnits));
    }
}
