package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.datafaker.Faker;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The people that rows are about. Given and family name are drawn from different bits of one number, which all columns
 * of the row share; the bit in which both overlap is the gender.
 */
record People(Pools pools) {

    private static final int FAMILY_SHIFT = 9;
    private static final long MASK = Pools.SIZE - 1;
    private static final Pools ENGLISH = Pools.of(FakeLocale.DEFAULT);

    /** The number of the row's given name. */
    static Field<Long> given(GeneratorContext context) {
        return context.row().rawHash().bitAnd(DSL.inline(MASK));
    }

    static Field<Long> family(GeneratorContext context) {
        return shifted(context).bitAnd(DSL.inline(MASK));
    }

    /** 0 for women, 1 for men. */
    static Field<Long> gender(GeneratorContext context) {
        return shifted(context).bitAnd(DSL.inline(1L));
    }

    private static Field<Long> shifted(GeneratorContext context) {
        return context.row().rawHash().shr(DSL.inline(FAMILY_SHIFT));
    }

    /** The first half are women's. */
    List<String> givenNames() {
        return pools.pool("given names", random -> {
            List<String> names = new ArrayList<>();
            boolean twoLists = pools.isLocal("name.female_first_name") && pools.isLocal("name.male_first_name");
            names.addAll(repeated(twoLists ? women() : anybody(), Pools.SIZE / 2));
            names.addAll(repeated(twoLists ? men() : anybody(), Pools.SIZE / 2));
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

    /** Those at even places go with women's given names. */
    List<String> familyNames() {
        return pools.pool("family names", random -> {
            boolean twoForms = !pools.locale().isEnglish()
                    && pools.isLocal("name.female_last_name")
                    && pools.isLocal("name.male_last_name");
            List<String> women = families(twoForms ? "name.female_last_name" : "name.last_name");
            List<String> men = families(twoForms ? "name.male_last_name" : "name.last_name");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < Pools.SIZE; i++) {
                names.add(i % 2 == 0 ? women.get(i % women.size()) : men.get(i % men.size()));
            }
            return names;
        });
    }

    private List<String> families(String key) {
        Function<Faker, String> draw = faker -> faker.resolve(key);
        return pools.distinct(key, draw);
    }

    List<String> initials() {
        return pools.pool(
                "initials",
                random -> givenNames().stream()
                        .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)))
                        .toList());
    }

    /** The given names in ASCII; in scripts that cannot be written so, English ones. */
    List<String> givenLatin() {
        return pools.pool("given names in ASCII", random -> latin(givenNames(), new People(ENGLISH).givenNames()));
    }

    List<String> familyLatin() {
        return pools.pool("family names in ASCII", random -> latin(familyNames(), new People(ENGLISH).familyNames()));
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
