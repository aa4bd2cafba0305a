package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * {@code email}: a name, the ordinal and a domain of RFC 2606, which belongs to nobody. Short columns get a shorter
 * name and a number that begins again after the last one that fits.
 */
final class EmailAddresses {

    static final String NAME = "email";

    private static final List<String> DOMAINS = List.of("@example.com", "@example.org", "@example.net");
    private static final int DOMAIN_LENGTH = 12;
    private static final List<String> GIVEN = List.of(
            "ada", "alan", "amina", "anna", "ben", "carla", "chen", "clara", "david", "dora", "elif", "emma", "fatima",
            "felix", "grace", "hugo", "ines", "ivan", "jonas", "kofi", "lena", "liam", "maria", "mina", "nadia", "noah",
            "olga", "omar", "petra", "ravi", "sofia", "yuki");
    private static final int LONGEST_GIVEN = 6;
    private static final List<String> FAMILY = List.of(
            "adams", "baker", "bauer", "carter", "costa", "diaz", "evans", "fischer", "garcia", "haddad", "hansen",
            "ito", "jansen", "keller", "khan", "kim", "kumar", "lee", "lopez", "marino", "mensah", "moreau", "nagy",
            "novak", "okafor", "patel", "rossi", "santos", "silva", "tanaka", "weber", "young");
    private static final int LONGEST_FAMILY = 7;

    private static final int MOST_DIGITS = 19;
    private static final int FEWEST_DIGITS = 1;
    private static final int COMFORTABLE_DIGITS = 9;
    private static final int SHORTEST = 1 + FEWEST_DIGITS + DOMAIN_LENGTH;

    private EmailAddresses() {}

    static Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(NAME, "strings", context);
        }
        if (length.getAsInt() < SHORTEST) {
            return NamedGenerator.tooShort(NAME, SHORTEST, context);
        }
        int room = length.getAsInt() - DOMAIN_LENGTH;
        int nameLength = nameLength(room);
        int digits = Math.min(MOST_DIGITS, room - nameLength);
        Lane lane = context.lane();
        Field<String> address = Sql.join(
                name(lane, nameLength), number(lane, digits), lane.branch(1).pick(DOMAINS));
        return Outcome.fits(new Fake(NAME, address, numbers(digits)));
    }

    private static int nameLength(int room) {
        int full = LONGEST_GIVEN + 1 + LONGEST_FAMILY;
        if (room >= full + COMFORTABLE_DIGITS) {
            return full;
        }
        return room >= LONGEST_GIVEN + COMFORTABLE_DIGITS ? LONGEST_GIVEN : 1;
    }

    private static Field<String> name(Lane lane, int length) {
        if (length == 1) {
            return DSL.inline("u");
        }
        Field<String> given = lane.pick(GIVEN);
        return length == LONGEST_GIVEN
                ? given
                : Sql.join(given, ".", lane.branch(0).pick(FAMILY));
    }

    private static Field<Long> number(Lane lane, int digits) {
        return digits == MOST_DIGITS
                ? lane.ordinal()
                : lane.ordinal().mod(DSL.inline(numbers(digits).longValueExact()));
    }

    private static BigInteger numbers(int digits) {
        return digits == MOST_DIGITS ? Series.ENDLESS : BigInteger.TEN.pow(digits);
    }
}
