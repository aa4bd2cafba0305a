package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code pattern}: strings that a regular expression of PostgreSQL describes. */
final class Patterns {

    static final String NAME = "pattern";
    static final String REGEX = "regex";

    private Patterns() {}

    static Generator generator() {
        return new NamedGenerator(
                NAME,
                List.of(Parameter.required(REGEX, Parameter.Kind.TEXT)),
                context -> context.textLength().stream()
                        .mapToObj(length -> generate(context, length))
                        .findFirst()
                        .orElseGet(() -> NamedGenerator.misfit(NAME, "strings", context)));
    }

    private static Outcome generate(GeneratorContext context, int length) {
        String regex = context.parameters().get(REGEX, String.class).orElseThrow();
        try {
            return generate(NAME, regex, context, length);
        } catch (UnsupportedPatternException e) {
            return Outcome.rejected(
                    "no values can be made for the regular expression \"" + regex + "\": " + e.reason());
        }
    }

    /**
     * Values of up to a length for a generator's own expression.
     *
     * @throws UnsupportedPatternException if nothing can be made of it
     */
    static Outcome generate(String generator, String regex, GeneratorContext context, int length) {
        PatternNode pattern = PatternParser.parse(regex);
        List<String> pool = PatternPools.of(regex, pattern, length);
        if (context.unique()) {
            Optional<PatternPositions> positions = PatternPositions.within(pattern, length)
                    .filter(found -> found.count().compareTo(BigInteger.valueOf(pool.size())) > 0);
            if (positions.isPresent()) {
                return fits(
                        generator,
                        positions.get().value(context.lane().ordinal()),
                        positions.get().count());
            }
        }
        if (pool.isEmpty()) {
            return Outcome.rejected("no value that type " + context.type().formatted()
                    + " holds can be made for the regular expression \"" + regex + "\"");
        }
        return context.unique()
                ? fits(generator, Sql.element(pool, turn(context, pool.size())), BigInteger.valueOf(pool.size()))
                : fits(generator, context.lane().pick(pool), BigInteger.ONE);
    }

    private static Field<Long> turn(GeneratorContext context, long size) {
        return context.lane().ordinal().minus(DSL.inline(1L)).mod(DSL.inline(size));
    }

    private static Outcome fits(String generator, Field<?> value, BigInteger distinct) {
        return Outcome.fits(new Fake(generator, value, distinct));
    }

    static String sample(String regex) {
        return PooledText.sample(PatternPools.of(regex, PatternParser.parse(regex), Integer.MAX_VALUE));
    }
}
