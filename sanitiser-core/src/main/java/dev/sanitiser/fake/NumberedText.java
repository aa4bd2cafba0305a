package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Values of a pool with the ordinal behind them. The values hold no digits, so that the number can be told from them
 * under every collation.
 *
 * @param values as many as the index counts
 * @param digits how many digits of the ordinal there is room for
 */
record NumberedText(List<String> values, String blank, int digits) {

    private static final int ALL_DIGITS = 19;
    private static final int[] ROOMS = {ALL_DIGITS, 12, 9, 7};

    /**
     * The most digits that leave room for a variety of values.
     *
     * @param valuesUpTo the values of a pool up to a length; none if there are too few
     */
    static Optional<NumberedText> within(int length, String blank, IntFunction<List<String>> valuesUpTo) {
        for (int digits : ROOMS) {
            int room = length - digits - blank.length();
            List<String> values = room < 1 ? List.of() : valuesUpTo.apply(room);
            if (!values.isEmpty()) {
                return Optional.of(new NumberedText(values, blank, digits));
            }
        }
        return Optional.empty();
    }

    Fake fake(String generator, Field<Long> index, Field<Long> ordinal) {
        return new Fake(generator, Sql.join(Sql.element(values, index), blank, number(ordinal, digits)), count(digits));
    }

    /** The ordinal, or as much of it as there is room for. */
    static Field<Long> number(Field<Long> ordinal, int digits) {
        return digits >= ALL_DIGITS
                ? ordinal
                : ordinal.mod(DSL.inline(BigInteger.TEN.pow(digits).longValueExact()));
    }

    static BigInteger count(int digits) {
        return digits >= ALL_DIGITS ? Series.ENDLESS : BigInteger.TEN.pow(digits);
    }
}
