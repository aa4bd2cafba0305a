package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jooq.Field;

/**
 * Values of a pool between a prefix and one of some suffixes without digits; unique ones have the ordinal before it.
 */
record SuffixedText(Pools pools, String generator, String prefix, Supplier<List<String>> pool, List<String> suffixes) {

    private static final int ALL_DIGITS = 19;
    private static final int MANY_DIGITS = 9;
    private static final int COMFORT = 8;

    Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(generator, "strings", context);
        }
        int fixed = prefix.length()
                + suffixes.stream().mapToInt(String::length).max().orElse(0);
        PooledText values = PooledText.own(pools, generator + " stem", pool, PooledText.Uniqueness.POOL);
        int digits = context.unique() ? digits(length.getAsInt() - fixed - values.needed()) : 0;
        int room = length.getAsInt() - fixed - digits;
        if (room < values.needed()) {
            return NamedGenerator.tooShort(generator, fixed + digits + values.needed(), context);
        }
        Field<String> value = Sql.element(values.fitting(room), context.lane().below(Pools.SIZE));
        Field<String> suffix = context.lane().branch(0).pick(suffixes);
        return Outcome.fits(
                digits == 0
                        ? new Fake(generator, Sql.join(prefix, value, suffix), BigInteger.ONE)
                        : new Fake(
                                generator,
                                Sql.join(
                                        prefix,
                                        value,
                                        NumberedText.number(context.lane().ordinal(), digits),
                                        suffix),
                                NumberedText.count(digits)));
    }

    private static int digits(int room) {
        return room >= ALL_DIGITS + COMFORT ? ALL_DIGITS : MANY_DIGITS;
    }
}
