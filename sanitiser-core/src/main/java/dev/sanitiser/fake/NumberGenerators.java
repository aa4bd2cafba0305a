package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code integer}, {@code decimal} and {@code boolean}. */
final class NumberGenerators {

    private static final String INTEGER = "integer";
    private static final String DECIMAL = "decimal";
    private static final String BOOLEAN = "boolean";

    private static final BigDecimal PLAUSIBLE = BigDecimal.valueOf(1_000);
    private static final int USUAL_SCALE = 2;

    private NumberGenerators() {}

    static List<Generator> all() {
        return List.of(
                new NamedGenerator(INTEGER, bounds(Parameter.Kind.WHOLE_NUMBER), NumberGenerators::integer),
                new NamedGenerator(DECIMAL, decimalParameters(), NumberGenerators::decimal),
                new NamedGenerator(BOOLEAN, List.of(), NumberGenerators::truth));
    }

    private static List<Parameter> bounds(Parameter.Kind kind) {
        return List.of(Parameter.optional("min", kind), Parameter.optional("max", kind));
    }

    private static List<Parameter> decimalParameters() {
        return List.of(
                Parameter.optional("min", Parameter.Kind.NUMBER),
                Parameter.optional("max", Parameter.Kind.NUMBER),
                Parameter.optional("scale", Parameter.Kind.WHOLE_NUMBER));
    }

    private static Outcome integer(GeneratorContext context) {
        Optional<NumberLimits> limits = NumberLimits.of(context).filter(found -> found.scale() >= 0);
        return limits.isEmpty()
                ? NamedGenerator.misfit(INTEGER, "whole numbers", context)
                : numbers(INTEGER, context, limits.get(), whole(context, "min"), whole(context, "max"), 0);
    }

    private static Optional<BigDecimal> whole(GeneratorContext context, String name) {
        return context.parameters().get(name, Long.class).map(BigDecimal::valueOf);
    }

    private static Outcome decimal(GeneratorContext context) {
        Optional<NumberLimits> limits = NumberLimits.of(context).filter(found -> found.scale() > 0);
        if (limits.isEmpty()) {
            return NamedGenerator.misfit(DECIMAL, "numbers with a fraction", context);
        }
        OptionalInt scale = scale(context, limits.get().scale());
        if (scale.isEmpty()) {
            return Outcome.rejected("\"scale\" of generator \"decimal\" must be from 0 to "
                    + limits.get().scale() + " for type " + context.type().formatted());
        }
        return numbers(
                DECIMAL, context, limits.get(), number(context, "min"), number(context, "max"), scale.getAsInt());
    }

    private static OptionalInt scale(GeneratorContext context, int largest) {
        long scale = context.parameters().get("scale", Long.class).orElse((long)
                (context.type().typeModifier() < 0 ? USUAL_SCALE : largest));
        return scale < 0 || scale > largest ? OptionalInt.empty() : OptionalInt.of((int) scale);
    }

    private static Optional<BigDecimal> number(GeneratorContext context, String name) {
        return context.parameters().get(name, BigDecimal.class);
    }

    private static Outcome numbers(
            String generator,
            GeneratorContext context,
            NumberLimits limits,
            Optional<BigDecimal> givenMinimum,
            Optional<BigDecimal> givenMaximum,
            int scale) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal minimum = givenMinimum.orElse(unit);
        BigDecimal maximum = givenMaximum.orElseGet(() -> usualMaximum(context, limits, minimum, unit));
        if (minimum.compareTo(maximum) > 0) {
            return NamedGenerator.reversed(generator, "min", minimum.toPlainString(), "max", maximum.toPlainString());
        }
        NumberSpan span = new NumberSpan(minimum, maximum, scale);
        return problem(generator, context, limits, span)
                .map(Outcome::rejected)
                .orElseGet(() -> Outcome.fits(fake(generator, context, limits, span)));
    }

    /** A thousand numbers or so; for unique values as many as the type holds and a bigint counts. */
    private static BigDecimal usualMaximum(
            GeneratorContext context, NumberLimits limits, BigDecimal minimum, BigDecimal unit) {
        BigDecimal countable = BigDecimal.valueOf(Long.MAX_VALUE).multiply(unit);
        BigDecimal wanted =
                context.unique() ? countable.add(minimum.min(BigDecimal.ZERO)) : PLAUSIBLE.max(minimum.add(PLAUSIBLE));
        return wanted.min(limits.most()).min(countable);
    }

    private static Optional<String> problem(
            String generator, GeneratorContext context, NumberLimits limits, NumberSpan span) {
        String makes = "generator \"" + generator + "\" makes values ";
        String type = ", but type " + context.type().formatted() + " holds ";
        if (span.maximum().compareTo(limits.most()) > 0) {
            return Optional.of(makes + "up to " + span.maximum().toPlainString() + type
                    + limits.most().toPlainString() + " at most; lower \"max\"");
        }
        if (span.minimum().compareTo(limits.least()) < 0) {
            return Optional.of(makes + "down to " + span.minimum().toPlainString() + type
                    + limits.least().toPlainString() + " at least; raise \"min\"");
        }
        if (span.count().signum() <= 0) {
            return Optional.of("no number with " + span.scale() + " fraction digits lies between \"min\" and \"max\""
                    + " of generator \"" + generator + "\"");
        }
        return span.isCountable()
                ? Optional.empty()
                : Optional.of("\"min\" and \"max\" of generator \"" + generator
                        + "\" are too far from zero or from each other; bring them nearer");
    }

    private static Fake fake(String generator, GeneratorContext context, NumberLimits limits, NumberSpan span) {
        return context.unique()
                ? new Fake(generator, span.next(context.lane()), span.distinct(limits.exactUnits()))
                : new Fake(generator, span.any(context.lane()), BigInteger.ONE);
    }

    private static Outcome truth(GeneratorContext context) {
        if (!context.builtInType().equals("bool")) {
            return NamedGenerator.misfit(BOOLEAN, "true and false", context);
        }
        Field<Long> number =
                context.unique() ? context.lane().ordinal() : context.lane().hash();
        Field<Boolean> even = DSL.field(number.mod(DSL.inline(2L)).eq(DSL.inline(0L)));
        return Outcome.fits(new Fake(BOOLEAN, even, context.unique() ? BigInteger.TWO : BigInteger.ONE));
    }
}
