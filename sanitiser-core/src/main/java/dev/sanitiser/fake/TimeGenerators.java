package dev.sanitiser.fake;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code date} and {@code timestamp}; both bounds are among the values. */
final class TimeGenerators {

    private static final String DATE = "date";
    private static final String TIMESTAMP = "timestamp";

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final int LARGEST_YEAR = 9999;

    private static final Set<String> TYPES_OF_DATES = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> TYPES_OF_TIMES = Set.of("timestamp", "timestamptz");
    private static final DateTimeFormatter POSTGRES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private TimeGenerators() {}

    static List<Generator> all() {
        return List.of(
                new NamedGenerator(DATE, bounds(Parameter.Kind.DATE), TimeGenerators::date),
                new NamedGenerator(TIMESTAMP, bounds(Parameter.Kind.TIMESTAMP), TimeGenerators::timestamp));
    }

    private static List<Parameter> bounds(Parameter.Kind kind) {
        return List.of(Parameter.optional("from", kind), Parameter.optional("to", kind));
    }

    private static Outcome date(GeneratorContext context) {
        if (!TYPES_OF_DATES.contains(context.builtInType())) {
            return NamedGenerator.misfit(DATE, "dates", context);
        }
        LocalDate from = context.parameters().get("from", LocalDate.class).orElse(FIRST);
        LocalDate to = context.parameters().get("to", LocalDate.class).orElse(LAST);
        if (from.isAfter(to)) {
            return NamedGenerator.reversed(DATE, "from", from, "to", to);
        }
        if (from.getYear() < 1 || to.getYear() > LARGEST_YEAR) {
            return outOfCalendar(DATE);
        }
        long count = ChronoUnit.DAYS.between(from, to) + 1;
        Field<Integer> days = Sql.integer(step(context, count));
        return fits(DATE, context, count, Sql.call("date_pli", Sql.constant(from.toString(), "date"), days));
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
        String type = context.builtInType();
        String start = POSTGRES.format(first) + (type.equals("timestamptz") ? "+00" : "");
        return fits(
                TIMESTAMP,
                context,
                count,
                Sql.call(
                        type + "_pl_interval",
                        Sql.constant(start, type),
                        IntervalSeries.times("1 second", step(context, count))));
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
