package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Addresses and what goes with them: the columns of one row are about one place. */
final class PlaceGenerators {

    private static final String COUNTRY_CODE = "country-code";

    private final Pools pools;
    private final Places places;

    private PlaceGenerators(Pools pools) {
        this.pools = pools;
        this.places = new Places(pools);
    }

    static List<Generator> all(Pools pools) {
        PlaceGenerators make = new PlaceGenerators(pools);
        Places places = make.places;
        List<Generator> all = new ArrayList<>(List.of(
                make.pooled("street", places::streets, Uniqueness.NUMBERED),
                make.pooled("full-address", places::fullAddresses, Uniqueness.NUMBERED),
                make.pooled("city", places::cities, Uniqueness.NUMBERED),
                make.pooled("region", places::regions, Uniqueness.NUMBERED),
                make.pooled("postcode", places::postcodes, Uniqueness.POOL),
                make.pooled("currency", places::currencies, Uniqueness.POOL),
                make.pooled("time-zone", places::timeZones, Uniqueness.POOL),
                make.pooled("language", places::languages, Uniqueness.POOL),
                make.pooled("locale", places::locales, Uniqueness.POOL)));
        all.add(new NamedGenerator("country", List.of(), make::country)
                .withSample(() -> PooledText.sample(places.countries())));
        all.add(new NamedGenerator(COUNTRY_CODE, List.of(), make::countryCode)
                .withSample(() -> PooledText.sample(places.countryCodes())));
        all.addAll(Coordinates.all(pools));
        all.add(PooledText.own(pools, "building-number", make::buildingNumbers, Uniqueness.POOL)
                .named());
        all.add(PooledText.own(pools, "address-line-2", make::secondLines, Uniqueness.NUMBERED)
                .named());
        return all;
    }

    private Generator pooled(String name, Supplier<List<String>> pool, Uniqueness uniqueness) {
        return new PooledText(pools, name, pool, Places::index, uniqueness).named();
    }

    /** Unique ones are all countries in turn, the row's own or not. */
    private Outcome country(GeneratorContext context) {
        return countries("country", context, places::countries, Country::name);
    }

    private Outcome countryCode(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isPresent() && length.getAsInt() == THREE) {
            return countries(COUNTRY_CODE + " of three", context, places::countryCodesOfThree, Country::threeLetters);
        }
        return countries(COUNTRY_CODE, context, places::countryCodes, Country::code);
    }

    private static final int THREE = 3;

    private Outcome countries(
            String name, GeneratorContext context, Supplier<List<String>> ofPlaces, Function<Country, String> part) {
        Supplier<List<String>> pool = context.unique()
                ? () -> pools.pool(
                        name + " of all",
                        random -> Country.ALL.stream().map(part).toList())
                : ofPlaces;
        return new PooledText(pools, context.unique() ? name + " of all" : name, pool, Places::index, Uniqueness.POOL)
                .generate(context);
    }

    private List<String> buildingNumbers() {
        return IntStream.rangeClosed(1, 199).mapToObj(Integer::toString).toList();
    }

    private List<String> secondLines() {
        return pools.distinct("second lines", faker -> faker.address().secondaryAddress());
    }
}
