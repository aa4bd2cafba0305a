package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.Objects;
import org.jooq.Field;

/**
 * The fake of one column: an SQL expression over nothing but the ordinal.
 *
 * @param generator the name of the generator, as the allow list may name it
 * @param value the expression; never NULL for an ordinal of 1 or more
 * @param distinctValues how many different values the ordinals 1, 2, … give before the first repeats; at least 1
 */
public record Fake(String generator, Field<?> value, BigInteger distinctValues) {
    public Fake {
        Objects.requireNonNull(generator);
        Objects.requireNonNull(value);
    }
}
