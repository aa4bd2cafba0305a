package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * {@code latitude}, {@code longitude} and {@code coordinates}: within a few kilometres of the row's city. Unique ones
 * are anywhere.
 */
final class Coordinates {

    private static final int USUAL_SCALE = 5;

    private final Pools pools;
    private final Places places;

    private Coordinates(Pools pools) {
        this.pools = pools;
        this.places = new Places(pools);
    }

    static List<Generator> all(Pools pools) {
        Coordinates make = new Coordinates(pools);
        return List.of(
                make.degrees("latitude", 90, make.places::latitudes),
                make.degrees("longitude", 180, make.places::longitudes),
                new NamedGenerator("coordinates", List.of(), make::pair)
                        .withSample(() -> PooledText.sample(make.pairs())));
    }

    private Generator degrees(String name, int most, Supplier<List<String>> pool) {
        return new NamedGenerator(
                        name,
                        List.of(),
                        context -> context.textLength().isPresent()
                                ? text(name, pool, context)
                                : number(name, most, pool.get(), context))
                .withSample(() -> PooledText.sample(pool.get()));
    }

    private Outcome text(String name, Supplier<List<String>> pool, GeneratorContext context) {
        return new PooledText(pools, name, pool, Places::index, Uniqueness.POOL).generate(context);
    }

    private static Outcome number(String name, int most, List<String> pool, GeneratorContext context) {
        Optional<NumberLimits> limits = NumberLimits.of(context)
                .filter(found -> found.scale() > 0)
                .filter(found -> found.most().compareTo(BigDecimal.valueOf(most)) >= 0);
        if (limits.isEmpty()) {
            return NamedGenerator.misfit(name, "degrees with a fraction up to " + most, context);
        }
        if (!context.unique()) {
            return Outcome.fits(
                    new Fake(name, Sql.cast(Sql.element(pool, Places.index(context)), "numeric"), BigInteger.ONE));
        }
        int scale = Math.min(limits.get().scale(), USUAL_SCALE);
        NumberSpan span = new NumberSpan(BigDecimal.valueOf(-most), BigDecimal.valueOf(most), scale);
        return Outcome.fits(new Fake(
                name, span.next(context.lane()), span.distinct(limits.get().exactUnits())));
    }

    private Outcome pair(GeneratorContext context) {
        Supplier<List<String>> pool = () -> pools.pool(
                "coordinates",
                random -> IntStream.range(0, Pools.SIZE)
                        .mapToObj(i -> places.latitudes().get(i) + ","
                                + places.longitudes().get(i))
                        .toList());
        if (!context.builtInType().equals("point")) {
            return text("coordinates", pool, context);
        }
        Field<?> value = context.unique()
                ? Sql.call("point", Sql.real(context.lane().ordinal()), DSL.inline(0.0))
                : Sql.cast(Sql.element(pool.get(), Places.index(context)), "point");
        return Outcome.fits(
                new Fake("coordinates", value, context.unique() ? BigInteger.valueOf(1L << 53) : BigInteger.ONE));
    }

    private List<String> pairs() {
        return pools.pool(
                "coordinates",
                random -> IntStream.range(0, Pools.SIZE)
                        .mapToObj(i -> places.latitudes().get(i) + ","
                                + places.longitudes().get(i))
                        .toList());
    }
}
