package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Names and what goes with them: the columns of one row are about one person. */
final class PersonGenerators {

    private final Pools pools;
    private final People people;

    private PersonGenerators(Pools pools) {
        this.pools = pools;
        this.people = new People(pools);
    }

    static List<Generator> all(Pools pools) {
        PersonGenerators make = new PersonGenerators(pools);
        return List.of(
                make.pooled("given-name", make.people::givenNames, Uniqueness.NUMBERED),
                make.pooled("family-name", make.people::familyNames, Uniqueness.NUMBERED),
                make.pooled("full-name", make.people::fullNames, Uniqueness.NUMBERED),
                make.pooled("initials", make.people::initials, Uniqueness.NUMBERED),
                make.pooled("name-prefix", make::prefixes, Uniqueness.POOL),
                make.pooled("gender", make::genders, Uniqueness.POOL),
                PooledText.own(pools, "job-title", make::jobTitles, Uniqueness.NUMBERED)
                        .named());
    }

    private Generator pooled(String name, Supplier<List<String>> pool, Uniqueness uniqueness) {
        return new PooledText(pools, name, pool, People::index, uniqueness).named();
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
}
