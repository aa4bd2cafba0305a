package dev.sanitiser.fake;

import org.jooq.Field;

/** Intervals, in whole multiples of the smallest field that the column keeps. */
final class IntervalSeries {

    // The bits of the fields in the upper half of the type modifier (utils/datetime.h).
    private static final int MONTH = 1 << 1;
    private static final int YEAR = 1 << 2;
    private static final int DAY = 1 << 3;
    private static final int HOUR = 1 << 10;
    private static final int MINUTE = 1 << 11;
    private static final int SECOND = 1 << 12;

    private static final int LARGEST_MONTHS_OR_DAYS = Integer.MAX_VALUE;

    private IntervalSeries() {}

    static Series of(int typeModifier) {
        int fields = typeModifier < 0 ? SECOND : typeModifier >> 16;
        if ((fields & SECOND) != 0) {
            return multiplesOf("1 second", TimeSeries.EXACT_SECONDS, "1 minute");
        }
        if ((fields & MINUTE) != 0) {
            return multiplesOf("1 minute", 1L << 35, "1 minute");
        }
        if ((fields & HOUR) != 0) {
            return multiplesOf("1 hour", Integer.MAX_VALUE, "1 hour");
        }
        if ((fields & DAY) != 0) {
            return multiplesOf("1 day", LARGEST_MONTHS_OR_DAYS, "1 day");
        }
        boolean keepsMonths = (fields & MONTH) != 0 || (fields & YEAR) == 0;
        return keepsMonths
                ? multiplesOf("1 month", LARGEST_MONTHS_OR_DAYS, "1 month")
                : multiplesOf("1 year", LARGEST_MONTHS_OR_DAYS / 12, "1 year");
    }

    private static Series multiplesOf(String unit, long length, String plausibleUnit) {
        return Series.ascending(length, 1, number -> times(unit, number))
                .withPlausible(lane -> times(plausibleUnit, lane.between(1, 90)));
    }

    static Field<?> times(String unit, Field<Long> number) {
        return Sql.call("interval_mul", Sql.constant(unit, "interval"), Sql.real(number));
    }
}
