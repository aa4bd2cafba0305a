package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * {@code phone}: numbers that the country's regulator keeps for films and books. Unique ones go on with +999, a country
 * code that is not assigned, once those are used up.
 */
final class PhoneNumbers {

    static final String NAME = "phone";

    private static final String UNASSIGNED = "+999";
    private static final int DIGITS_BEHIND_UNASSIGNED = 11;
    /** E.164: a plus sign and 15 digits. */
    private static final int LONGEST_UNIQUE = 16;

    private final Pools pools;
    private final FictionalPhones range;

    private PhoneNumbers(Pools pools) {
        this.pools = pools;
        this.range = FictionalPhones.of(pools.locale());
    }

    static Generator generator(Pools pools) {
        PhoneNumbers numbers = new PhoneNumbers(pools);
        return new NamedGenerator(NAME, List.of(), numbers::generate)
                .withSample(() -> PooledText.sample(numbers.pool(FictionalPhones.Style.INTERNATIONAL)));
    }

    private Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return number(context);
        }
        if (context.unique() && length.getAsInt() < LONGEST_UNIQUE) {
            return Patterns.generate(NAME, "[1-9][0-9]{0,14}", context, length.getAsInt());
        }
        return context.unique() ? Outcome.fits(unique(context)) : any(context, length.getAsInt());
    }

    private Outcome any(GeneratorContext context, int length) {
        FictionalPhones.Style style = style(length);
        PooledText numbers = PooledText.own(pools, NAME + " " + style, () -> pool(style), PooledText.Uniqueness.POOL);
        return length < numbers.needed()
                ? NamedGenerator.tooShort(NAME, numbers.needed(), context)
                : Outcome.fits(numbers.fake(NAME, context, length));
    }

    /** International if there is room for it, otherwise without blanks or the country. */
    private FictionalPhones.Style style(int length) {
        return Stream.of(FictionalPhones.Style.values())
                .filter(style -> range.longest(style) <= length)
                .findFirst()
                .orElse(FictionalPhones.Style.SHORT);
    }

    private List<String> pool(FictionalPhones.Style style) {
        return pools.pool("phones " + style, random -> drawn(style, random));
    }

    private List<String> drawn(FictionalPhones.Style style, Random random) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < Pools.SIZE; i++) {
            numbers.add(range.any(style, random));
        }
        return numbers;
    }

    private Fake unique(GeneratorContext context) {
        Field<Long> index = context.lane().ordinal().minus(DSL.inline(1L));
        Field<String> fictional = range.at(index);
        Field<String> unassigned = Sql.join(UNASSIGNED, padded(index, DIGITS_BEHIND_UNASSIGNED));
        Field<String> value =
                DSL.when(index.lt(DSL.inline((long) range.size())), fictional).otherwise(unassigned);
        return new Fake(NAME, value, BigInteger.TEN.pow(DIGITS_BEHIND_UNASSIGNED));
    }

    static Field<String> padded(Field<Long> number, int digits) {
        return Sql.call("lpad", String.class, Sql.text(number), DSL.inline(digits), Sql.text(DSL.inline("0")));
    }

    /** Numbers of the unassigned country as such. */
    private Outcome number(GeneratorContext context) {
        boolean holds = NumberLimits.of(context)
                .filter(limits -> limits.most().compareTo(LARGEST_NUMBER) >= 0)
                .filter(limits -> limits.exactUnits() == Long.MAX_VALUE)
                .isPresent();
        if (!holds || context.builtInType().equals("money")) {
            return NamedGenerator.misfit(NAME, "telephone numbers", context);
        }
        NumberSpan span = new NumberSpan(SMALLEST_NUMBER, LARGEST_NUMBER, 0);
        return Outcome.fits(
                context.unique()
                        ? new Fake(NAME, span.next(context.lane()), span.count())
                        : new Fake(NAME, span.any(context.lane()), BigInteger.ONE));
    }

    private static final BigDecimal SMALLEST_NUMBER = new BigDecimal("999000000000");
    private static final BigDecimal LARGEST_NUMBER = new BigDecimal("999999999999");
}
