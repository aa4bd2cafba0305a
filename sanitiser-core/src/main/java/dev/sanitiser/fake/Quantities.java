package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Numbers in the range that their meaning suggests, cut to what the type holds; unique ones go on beyond it.
 *
 * @param scale how many fraction digits they have where the type has some
 * @param wholeFactor what whole numbers count: 100 for amounts, which are then in cents
 */
record Quantities(String name, BigDecimal minimum, BigDecimal maximum, int scale, int wholeFactor) {

    private static final String STATUS = "http-status";
    private static final int STATUS_DIGITS = 3;
    private static final List<String> STATUS_CODES =
            List.of("200", "200", "200", "201", "204", "301", "304", "400", "401", "403", "404", "500");

    static List<Generator> all() {
        return List.of(
                of("age", "18", "90", 0, 1),
                of("amount", "1", "500", 2, 100),
                of("count", "0", "500", 0, 1),
                of("measure", "1", "250", 1, 1),
                of("percentage", "0", "100", 1, 1),
                of("quantity", "1", "20", 0, 1),
                of("rating", "1", "5", 1, 1),
                new NamedGenerator(STATUS, List.of(), Quantities::status),
                of("port", "1024", "65535", 0, 1));
    }

    private static Generator of(String name, String minimum, String maximum, int scale, int wholeFactor) {
        Quantities quantities =
                new Quantities(name, new BigDecimal(minimum), new BigDecimal(maximum), scale, wholeFactor);
        return new NamedGenerator(name, List.of(), quantities::generate);
    }

    private Outcome generate(GeneratorContext context) {
        Optional<NumberLimits> limits = NumberLimits.of(context);
        return limits.isEmpty() ? NamedGenerator.misfit(name, "numbers", context) : generate(context, limits.get());
    }

    private Outcome generate(GeneratorContext context, NumberLimits limits) {
        boolean whole = limits.scale() <= 0;
        BigDecimal factor = BigDecimal.valueOf(whole ? wholeFactor : 1);
        BigDecimal most = maximum.multiply(factor).min(limits.most());
        BigDecimal least = minimum.multiply(factor);
        if (least.compareTo(most) >= 0 || limits.scale() < 0) {
            return Outcome.rejected("generator \"" + name + "\" makes numbers from " + least.toPlainString()
                    + ", type " + context.type().formatted() + " holds up to "
                    + limits.most().toPlainString());
        }
        int digits = whole ? 0 : Math.min(scale, limits.scale());
        if (!context.unique()) {
            return Outcome.fits(
                    new Fake(name, new NumberSpan(least, most, digits).any(context.lane()), BigInteger.ONE));
        }
        BigDecimal countable = BigDecimal.valueOf(Long.MAX_VALUE / 2).movePointLeft(digits);
        NumberSpan span = new NumberSpan(least, limits.most().min(countable), digits);
        return Outcome.fits(new Fake(name, span.next(context.lane()), span.distinct(limits.exactUnits())));
    }

    private static Outcome status(GeneratorContext context) {
        boolean holds = context.textLength().orElse(0) >= STATUS_DIGITS
                || NumberLimits.of(context)
                        .filter(limits -> limits.scale() >= 0)
                        .isPresent();
        if (!holds) {
            return NamedGenerator.misfit(STATUS, "numbers of three digits", context);
        }
        List<String> different = STATUS_CODES.stream().distinct().toList();
        Field<Long> turn = context.lane().ordinal().minus(DSL.inline(1L)).mod(DSL.inline((long) different.size()));
        Field<String> code =
                context.unique() ? Sql.element(different, turn) : context.lane().pick(STATUS_CODES);
        return Outcome.fits(new Fake(
                STATUS,
                context.textLength().isPresent() ? code : Sql.cast(code, "int4"),
                context.unique() ? BigInteger.valueOf(different.size()) : BigInteger.ONE));
    }
}
