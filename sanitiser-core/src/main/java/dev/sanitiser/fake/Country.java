package dev.sanitiser.fake;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A country of ISO 3166-1 with its English name and its currency of ISO 4217. */
record Country(String code, String threeLetters, String name, String currency) {

    static final List<Country> ALL = ResourceLines.of(
            "countries.txt", parts -> new Country(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));

    private static final Map<String, Country> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Country::code, Function.identity()));

    static Country ofCode(String code) {
        Country country = BY_CODE.get(code);
        if (country == null) {
            throw new IllegalArgumentException("no country " + code);
        }
        return country;
    }
}
