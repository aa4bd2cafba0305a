package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.jooq.Field;

/** {@code username}: the row's given and family name in lower-case ASCII letters; unique ones with the ordinal. */
record UserNames(People people) {

    static final String NAME = "username";

    private static final int SHORTEST = 6;

    Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(NAME, "strings", context);
        }
        if (length.getAsInt() < SHORTEST) {
            return NamedGenerator.tooShort(NAME, SHORTEST, context);
        }
        return Outcome.fits(context.unique() ? unique(context, length.getAsInt()) : any(context, length.getAsInt()));
    }

    private Fake any(GeneratorContext context, int length) {
        return new Fake(NAME, LatinName.within(people, length, "").of(context), BigInteger.ONE);
    }

    private Fake unique(GeneratorContext context, int length) {
        int digits = LatinName.digitsBeside(length);
        Field<?> name = LatinName.within(people, length - digits, "").of(context);
        return new Fake(
                NAME,
                Sql.join(name, NumberedText.number(context.lane().ordinal(), digits)),
                NumberedText.count(digits));
    }
}
