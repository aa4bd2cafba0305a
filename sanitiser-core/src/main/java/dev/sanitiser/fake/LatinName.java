package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Field;

/**
 * The row's person in lower-case ASCII letters: given and family name where there is room, the given name where there
 * is little, otherwise a word cut to the length.
 *
 * @param length at least 1
 */
record LatinName(People people, int length, String between) {

    private static final int ROOM_FOR_BOTH = 16;
    private static final int ROOM_FOR_GIVEN = 5;
    private static final int ALL_DIGITS = 19;
    private static final int MANY_DIGITS = 12;

    static LatinName within(People people, int length, String between) {
        return new LatinName(people, length, between);
    }

    /** How many digits of the ordinal go with a name in a column of a length. */
    static int digitsBeside(int length) {
        if (length >= ROOM_FOR_BOTH + ALL_DIGITS) {
            return ALL_DIGITS;
        }
        return length >= ROOM_FOR_GIVEN + MANY_DIGITS ? MANY_DIGITS : Math.max(1, length - 1);
    }

    Field<String> of(GeneratorContext context) {
        if (length < ROOM_FOR_GIVEN) {
            return context.row().pick(Words.upTo(length));
        }
        int room = length - between.length();
        Field<String> given = Sql.element(
                part("given name in ASCII", people::givenLatin, length < ROOM_FOR_BOTH ? length : room / 2),
                People.given(context));
        return length < ROOM_FOR_BOTH
                ? given
                : Sql.join(
                        given,
                        between,
                        Sql.element(
                                part("family name in ASCII", people::familyLatin, room - room / 2),
                                People.family(context)));
    }

    private List<String> part(String name, Supplier<List<String>> pool, int most) {
        return new PooledText(people.pools(), name, pool, People::given, Uniqueness.POOL).fitting(most);
    }
}
