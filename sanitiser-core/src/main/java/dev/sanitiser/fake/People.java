package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import net.datafaker.Faker;
import org.jooq.Field;

/** A thousand people that rows are about: all columns of a row draw the same one. The first half are women. */
record People(Pools pools) {

    private static final int HALF = Pools.SIZE / 2;
    private static final int LONGEST = 1_000;
    private static final Pools ENGLISH = Pools.of(FakeLocale.DEFAULT);

    /** The number of the row's person. */
    static Field<Long> index(GeneratorContext context) {
        return context.row().below(Pools.SIZE);
    }

    List<String> givenNames() {
        return pools.pool("given names", random -> {
            List<String> names = new ArrayList<>();
            boolean twoLists = pools.isLocal("name.female_first_name") && pools.isLocal("name.male_first_name");
            names.addAll(repeated(twoLists ? women() : anybody(), HALF));
            names.addAll(repeated(twoLists ? men() : anybody(), HALF));
            return names;
        });
    }

    private List<String> women() {
        return pools.distinct("women", faker -> faker.name().femaleFirstName());
    }

    private List<String> men() {
        return pools.distinct("men", faker -> faker.name().maleFirstName());
    }

    private List<String> anybody() {
        return pools.distinct("anybody", faker -> faker.name().firstName());
    }

    List<String> familyNames() {
        return pools.pool("family names", random -> {
            boolean twoForms = !pools.locale().isEnglish()
                    && pools.isLocal("name.female_last_name")
                    && pools.isLocal("name.male_last_name");
            List<String> names = new ArrayList<>();
            names.addAll(repeated(families(twoForms ? "name.female_last_name" : "name.last_name"), HALF));
            names.addAll(repeated(families(twoForms ? "name.male_last_name" : "name.last_name"), Pools.SIZE)
                    .subList(HALF, Pools.SIZE));
            return names;
        });
    }

    List<String> fullNames() {
        return pools.pool(
                "full names",
                random -> paired(
                        givenNames(),
                        familyNames(),
                        (given, family) -> pools.locale().fullName(given, family)));
    }

    List<String> initials() {
        return pools.pool(
                "initials",
                random -> paired(givenNames(), familyNames(), (given, family) -> first(given) + first(family)));
    }

    private static String first(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }

    private List<String> families(String key) {
        Function<Faker, String> draw = faker -> faker.resolve(key);
        return pools.distinct(key, draw);
    }

    /**
     * Given and family names in lower-case ASCII letters, the given names alone where there is little room and words
     * where there is less. Names in scripts that cannot be written so are English ones.
     *
     * @param length at least 1
     */
    List<String> inLatin(String between, int length) {
        return pools.pool("names in ASCII up to " + Math.min(length, LONGEST) + between, random -> {
            List<String> given = latin(givenNames(), new People(ENGLISH).givenNames());
            List<String> family = latin(familyNames(), new People(ENGLISH).familyNames());
            List<String> words = Words.upTo(length);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < Pools.SIZE; i++) {
                names.add(firstWithin(
                        length,
                        given.get(i) + between + family.get(i),
                        given.get(i).charAt(0) + between + family.get(i),
                        given.get(i),
                        words.get(i % words.size())));
            }
            return names;
        });
    }

    private static String firstWithin(int length, String... names) {
        return Arrays.stream(names)
                .filter(name -> name.length() <= length)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paired(List<String> first, List<String> second, BinaryOperator<String> pair) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < Pools.SIZE; i++) {
            pairs.add(pair.apply(first.get(i), second.get(i)));
        }
        return pairs;
    }

    private static List<String> latin(List<String> names, List<String> otherwise) {
        List<String> latin = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String letters = Latin.lettersOf(names.get(i));
            latin.add(letters.length() > 1 ? letters : Latin.lettersOf(otherwise.get(i)));
        }
        return latin;
    }

    private static List<String> repeated(List<String> names, int count) {
        List<String> repeated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            repeated.add(names.get(i % names.size()));
        }
        return repeated;
    }
}
