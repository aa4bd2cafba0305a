package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Numbers: small and positive; unique ones are the ordinal itself, in units of the last digit the type keeps. */
final class NumberSeries {

    private static final long PLAUSIBLE = 1_000;
    private static final long LARGEST_EXACT_FLOAT4 = 1L << 24;
    private static final long LARGEST_EXACT_FLOAT8 = 1L << 53;
    /** Leaves room for the fraction digits of any currency. */
    private static final long LARGEST_MONEY = 1_000_000_000_000_000L;

    private NumberSeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.of(
                "bool", BaseSeries.always(Series.ascending(2, 2, NumberSeries::isEven)),
                "int2", BaseSeries.always(Series.ascending(Short.MAX_VALUE, PLAUSIBLE, n -> n)),
                "int4", BaseSeries.always(Series.ascending(Integer.MAX_VALUE, PLAUSIBLE, n -> n)),
                "int8", BaseSeries.always(Series.ascending(Long.MAX_VALUE, PLAUSIBLE, n -> n)),
                "float4", BaseSeries.always(real(LARGEST_EXACT_FLOAT4)),
                "float8", BaseSeries.always(real(LARGEST_EXACT_FLOAT8)),
                "money", BaseSeries.always(Series.ascending(LARGEST_MONEY, PLAUSIBLE, n -> n)),
                "numeric", BaseSeries.by(NumberSeries::numeric));
    }

    /** False for 1, true for 2, and so on in turns. */
    private static Field<Boolean> isEven(Field<Long> number) {
        return DSL.field(number.mod(DSL.inline(2L)).eq(DSL.inline(0L)));
    }

    private static Series real(long largestExact) {
        return Series.ascending(largestExact, PLAUSIBLE, Sql::real)
                .withPlausible(
                        lane -> Sql.real(lane.between(1, PLAUSIBLE * 100)).div(DSL.inline(100.0)));
    }

    private static Series numeric(int typeModifier) {
        if (typeModifier < 0) {
            return Series.ascending(Long.MAX_VALUE, PLAUSIBLE, n -> n);
        }
        NumericModifier modifier = NumericModifier.of(typeModifier);
        BigInteger count = modifier.countOfPositives().min(Series.ENDLESS);
        BigInteger belowThousand =
                BigInteger.TEN.pow(Math.max(0, modifier.scale() + 3)).subtract(BigInteger.ONE);
        long plausible = count.min(belowThousand.max(BigInteger.valueOf(9))).longValueExact();
        return Series.ascending(count.longValueExact(), plausible, inUnitsOf(modifier.unit()));
    }

    private static Function<Field<Long>, Field<?>> inUnitsOf(BigDecimal unit) {
        return unit.compareTo(BigDecimal.ONE) == 0
                ? n -> n
                : n -> n.cast(SQLDataType.NUMERIC).mul(DSL.inline(unit));
    }
}
