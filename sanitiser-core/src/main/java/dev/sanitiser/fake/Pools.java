package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;

/**
 * Values drawn from Datafaker once for a locale, each pool from a seed that is made of its name: the same in every run
 * and whatever else was drawn before. Safe for use by several threads.
 */
final class Pools {

    static final int SIZE = 1_024;
    private static final int TRIES = 4 * SIZE;
    /** Constants of a statement, so not too long; pools of long values hold fewer of them. */
    private static final int MOST_CHARACTERS = 48 * 1_024;

    private static final Map<FakeLocale, Pools> ALL = new ConcurrentHashMap<>();

    private final FakeLocale locale;
    private final FakeValuesService service = new FakeValuesService();
    private final Map<String, List<String>> pools = new HashMap<>();
    private final Map<String, Integer> lengths = new ConcurrentHashMap<>();

    private Pools(FakeLocale locale) {
        this.locale = locale;
    }

    static Pools of(FakeLocale locale) {
        return ALL.computeIfAbsent(locale, Pools::new);
    }

    FakeLocale locale() {
        return locale;
    }

    /** Different values of Datafaker in the order in which they were drawn; as many as it has, up to {@link #SIZE}. */
    List<String> distinct(String name, Function<Faker, String> draw) {
        return pool(name, random -> {
            Faker faker = faker(locale.locale(), random);
            return distinct(() -> draw.apply(faker));
        });
    }

    /** Different values made by chance. */
    List<String> composed(String name, Function<Random, String> draw) {
        return pool(name, random -> distinct(() -> draw.apply(random)));
    }

    /** A pool of any kind, made at its first use. */
    synchronized List<String> pool(String name, Function<Random, List<String>> draw) {
        List<String> known = pools.get(name);
        if (known == null) {
            known = new ConstantList(draw.apply(new Random(name.hashCode())));
            pools.put(name, known);
        }
        return known;
    }

    /** A length that a pool asks for, measured at its first use. */
    int length(String name, IntSupplier measure) {
        Integer known = lengths.get(name);
        if (known == null) {
            known = measure.getAsInt();
            lengths.put(name, known);
        }
        return known;
    }

    /** Whether the locale has values of its own for a key of Datafaker, rather than English ones. */
    boolean isLocal(String key) {
        return locale.isEnglish() || !Objects.equals(fetch(key, locale.locale()), fetch(key, Locale.ENGLISH));
    }

    private Object fetch(String key, Locale of) {
        Faker faker = faker(of, new Random(0));
        Object values = service.fetchObject(key, faker.getContext());
        return values == null ? "" : values;
    }

    Faker faker(Locale of, Random random) {
        return new Faker(service, new FakerContext(of, new RandomService(random)));
    }

    private static List<String> distinct(Supplier<String> draw) {
        Set<String> values = new LinkedHashSet<>();
        int characters = 0;
        for (int i = 0; i < TRIES && values.size() < SIZE && characters < MOST_CHARACTERS; i++) {
            String value = draw.get().strip();
            if (!value.isEmpty() && value.indexOf('\0') < 0 && values.add(value)) {
                characters += value.length();
            }
        }
        return new ArrayList<>(values);
    }
}
