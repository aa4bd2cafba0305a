package dev.sanitiser.fake;

import dev.sanitiser.catalog.DataType;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Ranges with two finite bounds; unique ones do not overlap, so that they satisfy exclusion constraints as well.
 *
 * <p>A range type of the database's own may order its bounds in a way that only PostgreSQL knows, and its constructor
 * may have another name than the type: its ranges are read from text and joined by {@code range_merge}.
 */
final class RangeSeries {

    private static final long SECONDS_OF_DAY = 86_400;

    /** For each built-in range: how many of the bounds' first values are plausible. */
    private static final Map<String, Long> BUILT_IN = Map.of(
            "int4range", 1_000L,
            "int8range", 1_000L,
            "numrange", 1_000L,
            "daterange", 9_132L,
            "tsrange", 9_132 * SECONDS_OF_DAY,
            "tstzrange", 9_132 * SECONDS_OF_DAY);

    private static final long PARTS = 30;

    private RangeSeries() {}

    /** @return empty if the subtype has no series */
    static Optional<Series> of(DataType.Range range) {
        return TypeSeries.of(range.subtype()).map(bounds -> of(range, bounds));
    }

    static Optional<Series> ofMultirange(DataType.Multirange multirange) {
        return TypeSeries.of(multirange.range()).map(ranges -> ranges.map(range -> Sql.call("multirange", range)));
    }

    private static Series of(DataType.Range range, Series bounds) {
        String name = range.name().name();
        if (range.name().equals(Sql.builtIn(name)) && BUILT_IN.containsKey(name)) {
            return ofBuiltIn(name, bounds);
        }
        Function<Field<?>, Field<?>> single = bound -> Sql.cast(singleton(bound), range.name());
        return bounds.ascending() ? ofAscending(bounds, single) : ofUnordered(bounds, single);
    }

    private static Series ofBuiltIn(String constructor, Series bounds) {
        long plausible = BUILT_IN.getOrDefault(constructor, PARTS);
        return new Series(
                bounds.length().divide(BigInteger.TWO),
                true,
                lane -> Sql.call(constructor, lower(bounds, lane), upper(bounds, lane)),
                lane -> {
                    Field<Long> first = lane.between(1, plausible - plausible / PARTS);
                    Field<Long> last = first.plus(lane.branch(0).between(1, plausible / PARTS));
                    return Sql.call(constructor, at(bounds, lane, first), at(bounds, lane, last));
                });
    }

    private static Series ofAscending(Series bounds, Function<Field<?>, Field<?>> single) {
        return new Series(
                bounds.length().divide(BigInteger.TWO),
                false,
                lane -> merge(single.apply(lower(bounds, lane)), single.apply(upper(bounds, lane))),
                lane -> plausible(bounds, single, lane));
    }

    /** Ranges of one point each: of any longer ones nobody knows whether they overlap. */
    private static Series ofUnordered(Series bounds, Function<Field<?>, Field<?>> single) {
        return new Series(
                bounds.length(),
                false,
                lane -> single.apply(bounds.next().apply(lane)),
                lane -> plausible(bounds, single, lane));
    }

    private static Field<?> plausible(Series bounds, Function<Field<?>, Field<?>> single, Lane lane) {
        return merge(
                single.apply(bounds.plausible().apply(lane)),
                single.apply(bounds.plausible().apply(lane.branch(0))));
    }

    private static Field<?> lower(Series bounds, Lane lane) {
        return at(bounds, lane, lane.ordinal().mul(DSL.inline(2L)).minus(DSL.inline(1L)));
    }

    private static Field<?> upper(Series bounds, Lane lane) {
        return at(bounds, lane, lane.ordinal().mul(DSL.inline(2L)));
    }

    private static Field<?> at(Series bounds, Lane lane, Field<Long> position) {
        return bounds.next().apply(lane.at(position));
    }

    private static Field<?> merge(Field<?> left, Field<?> right) {
        return Sql.call("range_merge", left, right);
    }

    private static Field<String> singleton(Field<?> bound) {
        Field<String> quoted = Sql.join("\"", doubled(doubled(Sql.text(bound), "\\"), "\""), "\"");
        return Sql.join("[", quoted, ",", quoted, "]");
    }

    private static Field<String> doubled(Field<String> text, String character) {
        return Sql.call(
                "replace",
                String.class,
                text,
                Sql.text(DSL.inline(character)),
                Sql.text(DSL.inline(character + character)));
    }
}
