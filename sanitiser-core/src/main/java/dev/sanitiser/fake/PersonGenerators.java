package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Names and what goes with them: the columns of one row are about one person. */
final class PersonGenerators {

    private static final String FULL_NAME = "full-name";

    private final Pools pools;
    private final People people;

    private PersonGenerators(Pools pools) {
        this.pools = pools;
        this.people = new People(pools);
    }

    static List<Generator> all(Pools pools) {
        PersonGenerators make = new PersonGenerators(pools);
        return List.of(
                make.pooled("given-name", make.people::givenNames, People::given, Uniqueness.NUMBERED),
                make.pooled("family-name", make.people::familyNames, People::family, Uniqueness.NUMBERED),
                new NamedGenerator(FULL_NAME, List.of(), make::fullName),
                make.pooled("initials", make.people::initials, People::given, Uniqueness.NUMBERED),
                make.pooled("name-prefix", make::prefixes, People::given, Uniqueness.POOL),
                make.pooled("gender", make::genders, People::given, Uniqueness.POOL),
                new NamedGenerator(UserNames.NAME, List.of(), new UserNames(make.people)::generate),
                new NamedGenerator(EmailAddresses.NAME, List.of(), new EmailAddresses(make.people)::generate),
                PooledText.own(pools, "job-title", make::jobTitles, Uniqueness.NUMBERED)
                        .named());
    }

    private Generator pooled(
            String name,
            Supplier<List<String>> pool,
            Function<GeneratorContext, Field<Long>> index,
            Uniqueness uniqueness) {
        return new PooledText(pools, name, pool, index, uniqueness).named();
    }

    private List<String> prefixes() {
        return byGender("Ms", "Mr");
    }

    private List<String> genders() {
        return byGender("female", "male");
    }

    /** In the order of the given names. */
    private static List<String> byGender(String woman, String man) {
        return IntStream.range(0, Pools.SIZE)
                .mapToObj(i -> i < Pools.SIZE / 2 ? woman : man)
                .toList();
    }

    private List<String> jobTitles() {
        return pools.distinct("job titles", faker -> faker.job().title());
    }

    private Outcome fullName(GeneratorContext context) {
        if (context.textLength().isEmpty()) {
            return NamedGenerator.misfit(FULL_NAME, "strings", context);
        }
        int length = context.textLength().getAsInt();
        if (length < SHORTEST_FULL_NAME) {
            return NamedGenerator.tooShort(FULL_NAME, SHORTEST_FULL_NAME, context);
        }
        int digits = context.unique() ? digits(length) : 0;
        int room = length - 1 - (digits == 0 ? 0 : digits + 1);
        Field<String> given = Sql.element(part("given-name", people::givenNames, room / 2), People.given(context));
        Field<String> family =
                Sql.element(part("family-name", people::familyNames, room - room / 2), People.family(context));
        Field<String> name =
                Sql.join(pools.locale().fullName(given, family, DSL.inline(" ")).toArray());
        return Outcome.fits(
                digits == 0
                        ? new Fake(FULL_NAME, name, BigInteger.ONE)
                        : new Fake(
                                FULL_NAME,
                                Sql.join(
                                        name,
                                        " ",
                                        NumberedText.number(context.lane().ordinal(), digits)),
                                NumberedText.count(digits)));
    }

    private static final int SHORTEST_FULL_NAME = 16;
    private static final int ROOM_FOR_LONG_NUMBERS = 50;

    private static int digits(int length) {
        return length >= ROOM_FOR_LONG_NUMBERS ? 19 : length >= 30 ? 12 : 4;
    }

    private List<String> part(String generator, Supplier<List<String>> pool, int length) {
        return new PooledText(pools, generator, pool, People::given, Uniqueness.NUMBERED).fitting(length);
    }
}
