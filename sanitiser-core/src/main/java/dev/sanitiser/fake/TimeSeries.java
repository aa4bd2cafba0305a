package dev.sanitiser.fake;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Dates and times from 2000-01-01 to 2024-12-31, in whole seconds, so that every precision holds them exactly. Unique
 * ones start on 2000-01-01 and go on day by day or second by second, beyond 2024 only for very long tables.
 */
final class TimeSeries {

    private static final String FIRST_DAY = "2000-01-01";
    private static final LocalDateTime FIRST_MOMENT = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final DateTimeFormatter POSTGRES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Up to 2024-12-31. */
    private static final long PLAUSIBLE_DAYS = 9_132;

    private static final long SECONDS_OF_DAY = 86_400;
    /** Up to 5874897-12-31, the last day that PostgreSQL knows. */
    private static final long ALL_DAYS = 2_145_031_949L;
    /** Multiplying an interval goes through a double: exact up to here, in the year 19420. */
    static final long EXACT_SECONDS = (1L << 39) - 1;

    private static final int MICROSECOND_DIGITS = 6;

    private TimeSeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.of(
                "date", BaseSeries.always(days()),
                "timestamp", BaseSeries.always(moments("timestamp")),
                "timestamptz", BaseSeries.always(moments("timestamptz")),
                "time", BaseSeries.by(typeModifier -> timesOfDay("time", "00:00", typeModifier)),
                "timetz", BaseSeries.by(typeModifier -> timesOfDay("timetz", "00:00+00", typeModifier)),
                "interval", BaseSeries.by(IntervalSeries::of));
    }

    static Series days() {
        return Series.ascending(ALL_DAYS, PLAUSIBLE_DAYS, TimeSeries::day);
    }

    private static Field<?> day(Field<Long> number) {
        return Sql.call("date_pli", Sql.constant(FIRST_DAY, "date"), Sql.integer(number.minus(DSL.inline(1L))));
    }

    private static Series moments(String type) {
        return Series.ascending(
                EXACT_SECONDS,
                PLAUSIBLE_DAYS * SECONDS_OF_DAY,
                number -> after(type, FIRST_MOMENT, number.minus(DSL.inline(1L))));
    }

    /**
     * Some whole seconds after a time of UTC.
     *
     * @param type timestamp or timestamptz
     */
    static Field<?> after(String type, LocalDateTime start, Field<Long> seconds) {
        String zone = type.equals("timestamptz") ? "+00" : "";
        return Sql.call(
                type + "_pl_interval",
                Sql.constant(POSTGRES.format(start) + zone, type),
                IntervalSeries.times("1 second", seconds));
    }

    private static Series timesOfDay(String type, String midnight, int typeModifier) {
        int precision = typeModifier < 0 ? MICROSECOND_DIGITS : Math.min(typeModifier, MICROSECOND_DIGITS);
        long stepsOfSecond = (long) Math.pow(10, precision);
        String step = 1_000_000 / stepsOfSecond + " microseconds";
        return Series.ascending(SECONDS_OF_DAY * stepsOfSecond, SECONDS_OF_DAY, n -> after(type, midnight, step, n))
                .withPlausible(lane -> after(type, midnight, "1 second", lane.between(1, SECONDS_OF_DAY)));
    }

    private static Field<?> after(String type, String midnight, String step, Field<Long> number) {
        return Sql.call(
                type + "_pl_interval",
                Sql.constant(midnight, type),
                IntervalSeries.times(step, number.minus(DSL.inline(1L))));
    }
}
