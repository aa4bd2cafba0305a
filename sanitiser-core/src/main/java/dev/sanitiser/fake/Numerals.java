package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Writes ordinals as codes of a fixed number of digits in which neighbours look unlike each other.
 *
 * <p>The ordinal is cut into a low and a high half; both are shuffled by steps that can be undone, so that different
 * ordinals never share a code.
 *
 * @param radix 16 or 36
 * @param width from 1 to 11 digits in radix 36, to 15 in radix 16: more would not fit a {@code bigint}
 */
record Numerals(int radix, int width) {

    private static final int LONGEST_IN_RADIX_36 = 7;
    private static final int LONGEST_IN_RADIX_16 = 15;

    private static final List<String> DIGITS = IntStream.range(0, 36)
            .mapToObj(digit -> Integer.toString(digit, 36))
            .toList();
    // Primes that divide neither radix, small enough that no product overflows.
    private static final long LOW_FACTOR = 1_000_000_007L;
    private static final long HIGH_FACTOR = 998_244_353L;

    /**
     * The codes of a string type with a given length. Hexadecimal digits cost a third of the others, and from eight on
     * there are more codes than any table has rows.
     *
     * @param length at least 1; longer codes than fit a {@code bigint} do not exist
     */
    static Numerals filling(int length) {
        return length <= LONGEST_IN_RADIX_36
                ? new Numerals(36, length)
                : new Numerals(16, Math.min(length, LONGEST_IN_RADIX_16));
    }

    /** The number of different codes. */
    long count() {
        return power(width);
    }

    /** The code of an ordinal; ordinals above {@link #count()} begin again. */
    Field<String> code(Lane lane) {
        Field<Long> number = lane.ordinal().minus(DSL.inline(1L));
        Field<Long> low = shuffled(number.mod(DSL.inline(power(lowWidth()))), lane.seed());
        Field<Long> high = number.div(DSL.inline(power(lowWidth())))
                .plus(low.mul(DSL.inline(HIGH_FACTOR)))
                .mod(DSL.inline(power(highWidth())));
        return radix == 16 ? hexadecimal(low, high) : digitByDigit(low, high);
    }

    private Field<Long> shuffled(Field<Long> low, long seed) {
        long shift = Math.floorMod(seed, power(lowWidth()));
        return low.mul(DSL.inline(LOW_FACTOR)).plus(DSL.inline(shift)).mod(DSL.inline(power(lowWidth())));
    }

    private Field<String> hexadecimal(Field<Long> low, Field<Long> high) {
        Field<Long> both = high.mul(DSL.inline(power(lowWidth()))).plus(low);
        return Sql.call(
                "lpad",
                String.class,
                Sql.call("to_hex", String.class, both),
                DSL.inline(width),
                Sql.text(DSL.inline("0")));
    }

    private Field<String> digitByDigit(Field<Long> low, Field<Long> high) {
        List<Field<String>> digits = new ArrayList<>();
        for (int i = highWidth() - 1; i >= 0; i--) {
            digits.add(digit(high, i));
        }
        for (int i = lowWidth() - 1; i >= 0; i--) {
            digits.add(digit(low, i));
        }
        return digits.size() == 1 ? digits.get(0) : DSL.concat(digits.toArray(Field<?>[]::new));
    }

    private Field<String> digit(Field<Long> number, int place) {
        Field<Long> shifted = place == 0 ? number : number.div(DSL.inline(power(place)));
        return Sql.element(DIGITS, shifted.mod(DSL.inline((long) radix)));
    }

    private int lowWidth() {
        return (width + 1) / 2;
    }

    private int highWidth() {
        return width / 2;
    }

    private long power(int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result = Math.multiplyExact(result, radix);
        }
        return result;
    }
}
