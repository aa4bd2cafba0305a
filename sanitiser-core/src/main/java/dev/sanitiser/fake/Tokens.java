package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Random-looking strings of lower-case hexadecimal digits; short unique ones use all letters. */
record Tokens(int length) {

    private static final int DIGITS_OF_HASH = 16;

    Field<String> any(Lane lane) {
        return digits(lane, length);
    }

    Field<String> unique(Lane lane) {
        int rest = length - codes().width();
        return rest == 0 ? codes().code(lane) : DSL.concat(codes().code(lane), digits(lane.branch(0), rest));
    }

    BigInteger count() {
        return BigInteger.valueOf(codes().count());
    }

    private Numerals codes() {
        return Numerals.filling(length);
    }

    private static Field<String> digits(Lane lane, int length) {
        List<Field<?>> blocks = new ArrayList<>();
        for (int done = 0; done < length; done += DIGITS_OF_HASH) {
            blocks.add(hexadecimal(lane.branch(done)));
        }
        Field<String> all = DSL.concat(blocks.toArray(Field<?>[]::new));
        return length % DIGITS_OF_HASH == 0 ? all : Sql.call("left", String.class, all, DSL.inline(length));
    }

    /** The sign bit makes it sixteen digits without a padding, which would cost more than all the rest. */
    private static Field<String> hexadecimal(Lane lane) {
        return Sql.call("to_hex", String.class, lane.rawHash().bitOr(DSL.inline(Long.MIN_VALUE)));
    }
}
