package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The places that rows are about: real cities with streets that are not theirs. Three in four are in the locale's
 * country. All columns of a row draw the same place.
 */
record Places(Pools pools) {

    private static final int BRANCH = 0;
    private static final int HOME_OF_FOUR = 3;
    private static final int COORDINATE_DIGITS = 5;
    private static final int LARGEST_NUMBER = 180;
    private static final List<String> BRITISH_WAYS = List.of(
            "Road", "Street", "Avenue", "Lane", "Close", "Drive", "Gardens", "Terrace", "Crescent", "Grove", "Way");
    private static final Set<String> OTHER_SCRIPTS = Set.of("CN", "JP", "KR", "RU", "UA");
    private static final List<City> CITIES = ResourceLines.of("places.txt", City::of);

    private record City(
            String country,
            String name,
            String region,
            String postcodes,
            BigDecimal latitude,
            BigDecimal longitude,
            String timeZone,
            String language) {

        static City of(List<String> parts) {
            return new City(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    new BigDecimal(parts.get(4)),
                    new BigDecimal(parts.get(5)),
                    parts.get(6),
                    parts.get(7));
        }

        Country countryItself() {
            return Country.ofCode(country);
        }
    }

    /** The number of the row's place. */
    static Field<Long> index(GeneratorContext context) {
        return context.row().branch(BRANCH).rawHash().bitAnd(DSL.inline((long) Pools.SIZE - 1));
    }

    List<String> streets() {
        return pools.pool("streets", random -> {
            List<String> distinct = homeCountry().equals("GB")
                    ? pools.composed("different streets", Places::britishStreet)
                    : pools.distinct(
                            "different streets", faker -> faker.address().streetAddress());
            List<String> streets = new ArrayList<>();
            for (int i = 0; i < Pools.SIZE; i++) {
                streets.add(distinct.get(i % distinct.size()));
            }
            return streets;
        });
    }

    /** Datafaker has American streets only. */
    private static String britishStreet(Random random) {
        String word = Words.SINGLE.get(random.nextInt(Words.SINGLE.size()));
        return 1 + random.nextInt(LARGEST_NUMBER) + " " + word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1) + " " + BRITISH_WAYS.get(random.nextInt(BRITISH_WAYS.size()));
    }

    List<String> cities() {
        return each("cities", city -> city.name());
    }

    List<String> regions() {
        return each("regions", city -> city.region());
    }

    List<String> postcodes() {
        return pools.pool(
                "postcodes",
                random -> cityPerPlace().stream()
                        .map(city -> written(city.postcodes(), random))
                        .toList());
    }

    List<String> countries() {
        return each("countries", city -> city.countryItself().name());
    }

    List<String> countryCodes() {
        return each("country codes", city -> city.country());
    }

    List<String> countryCodesOfThree() {
        return each(
                "country codes of three letters", city -> city.countryItself().threeLetters());
    }

    List<String> currencies() {
        return each("currencies", city -> city.countryItself().currency());
    }

    List<String> timeZones() {
        return each("time zones", city -> city.timeZone());
    }

    List<String> languages() {
        return each("languages", city -> city.language());
    }

    List<String> locales() {
        return each("locales", city -> city.language() + "-" + city.country());
    }

    List<String> latitudes() {
        return pools.pool(
                "latitudes",
                random -> cityPerPlace().stream()
                        .map(city -> nearby(city.latitude(), random))
                        .toList());
    }

    List<String> longitudes() {
        return pools.pool(
                "longitudes",
                random -> cityPerPlace().stream()
                        .map(city -> nearby(city.longitude(), random))
                        .toList());
    }

    List<String> fullAddresses() {
        return pools.pool("full addresses", random -> {
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < Pools.SIZE; i++) {
                addresses.add(streets().get(i) + ", " + cities().get(i) + " "
                        + postcodes().get(i));
            }
            return addresses;
        });
    }

    private static String nearby(BigDecimal coordinate, Random random) {
        BigDecimal distance = BigDecimal.valueOf((random.nextDouble() - 0.5) / 10);
        return coordinate
                .add(distance)
                .setScale(COORDINATE_DIGITS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String written(String pattern, Random random) {
        StringBuilder text = new StringBuilder();
        PatternParser.parse(pattern).write(text, random, true);
        return text.toString();
    }

    private List<String> each(String name, Function<City, String> part) {
        return pools.pool(name, random -> cityPerPlace().stream().map(part).toList());
    }

    /** The same list at every call. */
    private List<City> cityPerPlace() {
        List<City> home = home();
        List<City> abroad = CITIES.stream()
                .filter(city -> !OTHER_SCRIPTS.contains(city.country()))
                .toList();
        List<City> cities = new ArrayList<>();
        for (int i = 0; i < Pools.SIZE; i++) {
            List<City> from = home.isEmpty() || i % 4 == HOME_OF_FOUR ? abroad : home;
            cities.add(from.get((i / 2) % from.size()));
        }
        return cities;
    }

    private List<City> home() {
        String language = pools.locale().language();
        String region = pools.locale().region().isEmpty()
                ? CITIES.stream()
                        .filter(city -> city.language().equals(language))
                        .map(City::country)
                        .findFirst()
                        .orElse("")
                : pools.locale().region();
        return CITIES.stream().filter(city -> city.country().equals(region)).toList();
    }

    /** In upper case, as licence and tax numbers begin; the United Kingdom where the locale has no region. */
    String homeCountry() {
        List<City> home = home();
        return home.isEmpty() ? Locale.UK.getCountry() : home.get(0).country();
    }
}
