package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.Field;

/**
 * {@code email}: the row's given and family name at a domain of RFC 2606, which belongs to nobody; unique ones with the
 * ordinal. Short columns get a shorter name and a number that begins again after the last one that fits.
 */
record EmailAddresses(People people) {

    static final String NAME = "email";

    private static final List<String> DOMAINS = List.of("@example.com", "@example.org", "@example.net", "@example.com");
    private static final int DOMAIN_LENGTH = 12;
    private static final int SHORTEST = 2 + DOMAIN_LENGTH;

    Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(NAME, "strings", context);
        }
        if (length.getAsInt() < SHORTEST) {
            return NamedGenerator.tooShort(NAME, SHORTEST, context);
        }
        return Outcome.fits(fake(context, length.getAsInt() - DOMAIN_LENGTH));
    }

    private Fake fake(GeneratorContext context, int room) {
        Field<String> domain = Sql.element(DOMAINS, context.row().below(DOMAINS.size()));
        if (!context.unique()) {
            return new Fake(NAME, Sql.join(LatinName.within(people, room, ".").of(context), domain), BigInteger.ONE);
        }
        int digits = LatinName.digitsBeside(room);
        Field<?> name = LatinName.within(people, room - digits, ".").of(context);
        return new Fake(
                NAME,
                Sql.join(name, NumberedText.number(context.lane().ordinal(), digits), domain),
                NumberedText.count(digits));
    }
}
