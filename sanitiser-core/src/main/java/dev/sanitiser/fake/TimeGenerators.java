package dev.sanitiser.fake;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * {@code date} and {@code timestamp}, whose bounds are both among the values; {@code date-of-birth}; and
 * {@code created-at} with {@code updated-at}, which is never before it in the same row.
 */
final class TimeGenerators {

    private static final String DATE = "date";
    private static final String TIMESTAMP = "timestamp";

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final int LARGEST_YEAR = 9999;

    /** Adults at any time of this century's second quarter. */
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1945, 1, 1);

    private static final LocalDate LAST_BIRTH = LocalDate.of(2004, 12, 31);

    private static final LocalDate FIRST_CREATION = LocalDate.of(2021, 1, 1);
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long LIFETIME_SECONDS = 3 * 365 * SECONDS_OF_DAY;
    private static final long LATER_SECONDS = 180 * SECONDS_OF_DAY;
    private static final int LIFETIME = 1;

    private static final Set<String> TYPES_OF_DATES = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> TYPES_OF_TIMES = Set.of("timestamp", "timestamptz");

    private TimeGenerators() {}

    static List<Generator> all() {
        return List.of(
                new NamedGenerator(DATE, bounds(Parameter.Kind.DATE), TimeGenerators::date),
                new NamedGenerator(TIMESTAMP, bounds(Parameter.Kind.TIMESTAMP), TimeGenerators::timestamp),
                new NamedGenerator(
                        "date-of-birth",
                        List.of(),
                        context -> dates("date-of-birth", context, FIRST_BIRTH, LAST_BIRTH)),
                new NamedGenerator("created-at", List.of(), context -> lifetime("created-at", context, false)),
                new NamedGenerator("updated-at", List.of(), context -> lifetime("updated-at", context, true)));
    }

    private static List<Parameter> bounds(Parameter.Kind kind) {
        return List.of(Parameter.optional("from", kind), Parameter.optional("to", kind));
    }

    private static Outcome date(GeneratorContext context) {
        LocalDate from = context.parameters().get("from", LocalDate.class).orElse(FIRST);
        LocalDate to = context.parameters().get("to", LocalDate.class).orElse(LAST);
        return dates(DATE, context, from, to);
    }

    private static Outcome dates(String generator, GeneratorContext context, LocalDate from, LocalDate to) {
        if (!TYPES_OF_DATES.contains(context.builtInType())) {
            return NamedGenerator.misfit(generator, "dates", context);
        }
        if (from.isAfter(to)) {
            return NamedGenerator.reversed(generator, "from", from, "to", to);
        }
        if (from.getYear() < 1 || to.getYear() > LARGEST_YEAR) {
            return outOfCalendar(generator);
        }
        long count = ChronoUnit.DAYS.between(from, to) + 1;
        Field<Integer> days = Sql.integer(step(context, count));
        return fits(generator, context, count, Sql.call("date_pli", Sql.constant(from.toString(), "date"), days));
    }

    /** Columns of one row begin at the same time; what comes later adds up to half a year. */
    private static Outcome lifetime(String generator, GeneratorContext context, boolean later) {
        String type = context.builtInType();
        if (!TYPES_OF_DATES.contains(type)) {
            return NamedGenerator.misfit(generator, "dates and times", context);
        }
        if (context.unique()) {
            Series days = TimeSeries.days();
            return type.equals("date")
                    ? Outcome.fits(new Fake(generator, days.next().apply(context.lane()), days.length()))
                    : fits(
                            generator,
                            context,
                            TimeSeries.EXACT_SECONDS,
                            moment(type, context.lane().ordinal()));
        }
        Field<Long> start = context.row().branch(LIFETIME).below(LIFETIME_SECONDS);
        Field<Long> seconds = later ? start.plus(context.lane().below(LATER_SECONDS)) : start;
        return fits(generator, context, 1, moment(type, seconds));
    }

    private static Field<?> moment(String type, Field<Long> seconds) {
        if (type.equals("date")) {
            Field<Integer> days = Sql.integer(seconds.div(DSL.inline(SECONDS_OF_DAY)));
            return Sql.call("date_pli", Sql.constant(FIRST_CREATION.toString(), "date"), days);
        }
        return TimeSeries.after(type, FIRST_CREATION.atStartOfDay(), seconds);
    }

    private static Outcome timestamp(GeneratorContext context) {
        if (!TYPES_OF_TIMES.contains(context.builtInType())) {
            return NamedGenerator.misfit(TIMESTAMP, "dates with a time", context);
        }
        LocalDateTime from =
                context.parameters().get("from", LocalDateTime.class).orElse(FIRST.atStartOfDay());
        LocalDateTime to = context.parameters().get("to", LocalDateTime.class).orElse(LAST.atTime(23, 59, 59));
        if (from.isAfter(to)) {
            return NamedGenerator.reversed(TIMESTAMP, "from", from, "to", to);
        }
        if (from.getYear() < 1 || to.getYear() > LARGEST_YEAR) {
            return outOfCalendar(TIMESTAMP);
        }
        LocalDateTime first = wholeSecond(from);
        if (first.isAfter(to)) {
            return Outcome.rejected("no whole second lies between \"from\" and \"to\" of generator \"timestamp\"");
        }
        long count = ChronoUnit.SECONDS.between(first, to) + 1;
        return fits(TIMESTAMP, context, count, TimeSeries.after(context.builtInType(), first, step(context, count)));
    }

    /** The first whole second that is not before a time: whole seconds fit every precision. */
    private static LocalDateTime wholeSecond(LocalDateTime time) {
        LocalDateTime second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.isBefore(time) ? second.plusSeconds(1) : second;
    }

    private static Outcome outOfCalendar(String generator) {
        return Outcome.rejected(
                "\"from\" and \"to\" of generator \"" + generator + "\" must be in the years 1 to " + LARGEST_YEAR);
    }

    private static Field<Long> step(GeneratorContext context, long count) {
        return context.unique()
                ? context.lane().ordinal().minus(DSL.inline(1L))
                : context.lane().below(count);
    }

    private static Outcome fits(String generator, GeneratorContext context, long count, Field<?> value) {
        return Outcome.fits(new Fake(generator, value, context.unique() ? BigInteger.valueOf(count) : BigInteger.ONE));
    }
}
