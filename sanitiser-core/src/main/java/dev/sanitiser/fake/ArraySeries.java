package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Arrays of one to three elements with as many dimensions as declared; unique ones by their first element. */
final class ArraySeries {

    private static final int MOST_ELEMENTS = 3;
    /** {@code MAXDIM} of PostgreSQL. */
    private static final int MOST_DIMENSIONS = 6;

    private ArraySeries() {}

    /** @param dimensions as declared; 0 counts as 1, for PostgreSQL does not hold columns to it */
    static Series of(Series elements, int dimensions) {
        return startingWith(elements, (first, lane) -> of(first, lane, dimensions, elements.plausible()));
    }

    /** Arrays of {@code int2vector} and the like: an ARRAY expression would take them for further dimensions. */
    static Series ofOneVector(Series vectors) {
        return startingWith(vectors, (vector, lane) -> Sql.join("{\"", vector, "\"}"));
    }

    /** An array of a first element and up to two others. */
    static Field<?> of(Field<?> first, Lane lane, int dimensions, Function<Lane, Field<?>> others) {
        List<Field<?>> all = new ArrayList<>(List.of(first));
        for (int i = 1; i < MOST_ELEMENTS; i++) {
            all.add(others.apply(lane.branch(i)));
        }
        int depth = Math.max(1, Math.min(dimensions, MOST_DIMENSIONS));
        return nested(shortened(all, lane.branch(MOST_ELEMENTS).below(MOST_ELEMENTS)), depth);
    }

    /** Elements that are left out cost nothing this way; {@code trim_array} would make all of them first. */
    private static Field<?> shortened(List<Field<?>> all, Field<Long> leftOut) {
        return DSL.choose(leftOut)
                .when(DSL.inline(0L), arrayOf(all))
                .when(DSL.inline(1L), arrayOf(all.subList(0, MOST_ELEMENTS - 1)))
                .otherwise(arrayOf(all.subList(0, 1)));
    }

    private static Series startingWith(Series elements, BiFunction<Field<?>, Lane, Field<?>> array) {
        return new Series(
                elements.length(),
                elements.ascending(),
                lane -> array.apply(elements.next().apply(lane), lane),
                lane -> array.apply(elements.plausible().apply(lane), lane));
    }

    private static Field<?> nested(Field<?> innermost, int dimensions) {
        return dimensions == 1 ? innermost : nested(arrayOf(List.of(innermost)), dimensions - 1);
    }

    private static Field<Object[]> arrayOf(List<Field<?>> elements) {
        return DSL.array(elements.stream().map(ArraySeries::untyped).toList());
    }

    @SuppressWarnings("unchecked")
    private static Field<Object> untyped(Field<?> field) {
        return (Field<Object>) field;
    }
}
