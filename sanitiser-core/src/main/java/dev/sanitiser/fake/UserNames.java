package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.Field;

/**
 * {@code username} and {@code email}: the row's given and family name in lower-case ASCII letters, unique ones with the
 * ordinal. Short columns get a shorter name and a number that begins again after the last one that fits. Addresses are
 * at a domain of RFC 2606, which belongs to nobody.
 *
 * @param between what separates the names
 * @param domains of one length; empty for user names
 */
record UserNames(People people, String name, String between, List<String> domains) {

    private static final int ALL_DIGITS = 19;
    private static final int MANY_DIGITS = 12;
    private static final int ROOM_FOR_NAMES = 16;
    private static final int ROOM_FOR_NAME = 5;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 1_000;

    static List<Generator> all(People people) {
        UserNames names = new UserNames(people, "username", "", List.of());
        UserNames addresses =
                new UserNames(people, "email", ".", List.of("@example.com", "@example.org", "@example.net"));
        return List.of(names.named(), addresses.named());
    }

    private Generator named() {
        return new NamedGenerator(name, List.of(), this::generate).withSample(() -> PooledText.sample(pool(LONGEST)));
    }

    private Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(name, "strings", context);
        }
        int domainLength = domains.isEmpty() ? 0 : domains.get(0).length();
        if (length.getAsInt() < SHORTEST + domainLength) {
            return NamedGenerator.tooShort(name, SHORTEST + domainLength, context);
        }
        int room = length.getAsInt() - domainLength;
        return Outcome.fits(context.unique() ? unique(context, room) : any(context, room));
    }

    private Fake any(GeneratorContext context, int room) {
        return new Fake(name, Sql.element(pool(Math.min(room, LONGEST)), People.index(context)), BigInteger.ONE);
    }

    private List<String> pool(int room) {
        List<String> names = people.inLatin(between, room);
        return domains.isEmpty()
                ? names
                : people.pools()
                        .pool(
                                name + " up to " + room,
                                random -> names.stream()
                                        .map(local -> local + domains.get(random.nextInt(domains.size())))
                                        .toList());
    }

    private Fake unique(GeneratorContext context, int room) {
        int digits = digitsBeside(room);
        Field<String> local = Sql.element(people.inLatin(between, room - digits), People.index(context));
        Field<Long> number = NumberedText.number(context.lane().ordinal(), digits);
        return new Fake(
                name,
                domains.isEmpty()
                        ? Sql.join(local, number)
                        : Sql.join(local, number, context.row().branch(0).pick(domains)),
                NumberedText.count(digits));
    }

    private static int digitsBeside(int room) {
        if (room >= ROOM_FOR_NAMES + ALL_DIGITS) {
            return ALL_DIGITS;
        }
        return room >= ROOM_FOR_NAME + MANY_DIGITS ? MANY_DIGITS : Math.max(1, room - 1);
    }
}
