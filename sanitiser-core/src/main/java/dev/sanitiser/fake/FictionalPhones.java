package dev.sanitiser.fake;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A country's telephone numbers for films and books.
 *
 * @param country the country code with its plus sign
 * @param prefixes what stands before the free digits, in groups, without the country code and the trunk's zero
 * @param freeDigits how many digits each prefix leaves free, all of them fictional
 * @param trunk what stands before a number within the country
 */
record FictionalPhones(String country, List<String> prefixes, int freeDigits, String trunk) {

    private static final int FIRST_AREA = 201;
    private static final int LAST_AREA = 989;

    /** North American Numbering Plan: 555-0100 to 555-0199 in every area. */
    private static final FictionalPhones AMERICAN = new FictionalPhones(
            "+1",
            IntStream.rangeClosed(FIRST_AREA, LAST_AREA)
                    .filter(area -> area % 100 != 11 && area / 10 % 10 != 9)
                    .mapToObj(area -> area + "-555-01")
                    .toList(),
            2,
            "");

    /** Ofcom's numbers for drama, Arcep's, the Bundesnetzagentur's and the ACMA's. */
    private static final Map<String, FictionalPhones> BY_COUNTRY = Map.of(
            "GB",
            new FictionalPhones(
                    "+44",
                    List.of(
                            "7700 900",
                            "20 7946 0",
                            "113 496 0",
                            "114 496 0",
                            "115 496 0",
                            "116 496 0",
                            "117 496 0",
                            "118 496 0",
                            "121 496 0",
                            "131 496 0",
                            "141 496 0",
                            "151 496 0",
                            "161 496 0",
                            "1632 960"),
                    3,
                    "0"),
            "FR",
            new FictionalPhones(
                    "+33", List.of("1 99 00 ", "2 61 91 ", "3 53 01 ", "4 65 71 ", "5 36 49 ", "6 39 98 "), 4, "0"),
            "DE",
            new FictionalPhones(
                    "+49", List.of("30 23125 ", "69 90009 ", "40 66969 ", "221 4710 ", "89 99998 "), 3, "0"),
            "AU",
            new FictionalPhones(
                    "+61", List.of("2 5550 ", "2 7010 ", "3 5550 ", "3 7010 ", "7 5550 ", "8 7010 "), 4, "0"));

    FictionalPhones {
        prefixes = List.copyOf(prefixes);
    }

    /** Where a country's are not known, the North American ones. */
    static FictionalPhones of(FakeLocale locale) {
        return BY_COUNTRY.getOrDefault(new Places(Pools.of(locale)).homeCountry(), AMERICAN);
    }

    /** From the longest to the shortest. */
    enum Style {
        INTERNATIONAL,
        COMPACT,
        SHORT
    }

    int size() {
        return prefixes.size() * (int) Math.pow(10, freeDigits);
    }

    int longest(Style style) {
        return prefixes.stream()
                        .mapToInt(prefix -> styled(style, prefix).length())
                        .max()
                        .orElseThrow()
                + freeDigits;
    }

    String any(Style style, Random random) {
        StringBuilder number = new StringBuilder(styled(style, prefixes.get(random.nextInt(prefixes.size()))));
        for (int i = 0; i < freeDigits; i++) {
            number.append(random.nextInt(10));
        }
        return number.toString();
    }

    private String styled(Style style, String prefix) {
        return switch (style) {
            case INTERNATIONAL -> country + " " + prefix;
            case COMPACT -> country + digits(prefix);
            case SHORT -> trunk + digits(prefix);
        };
    }

    private static String digits(String prefix) {
        return prefix.replaceAll("\\D", "");
    }

    /** The number at an index below {@link #size()}, compact; neighbours have different prefixes. */
    Field<String> at(Field<Long> index) {
        List<String> compact =
                prefixes.stream().map(prefix -> styled(Style.COMPACT, prefix)).toList();
        Field<Long> rest = index.div(DSL.inline((long) prefixes.size()));
        return Sql.join(
                Sql.element(compact, index.mod(DSL.inline((long) prefixes.size()))),
                PhoneNumbers.padded(rest, freeDigits));
    }
}
