package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
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
        int depth = Math.max(1, Math.min(dimensions, MOST_DIMENSIONS));
        return startingWith(elements, (first, lane) -> nested(trimmed(first, elements, lane), depth));
    }

    /** Arrays of {@code int2vector} and the like: an ARRAY expression would take them for further dimensions. */
    static Series ofOneVector(Series vectors) {
        return startingWith(vectors, (vector, lane) -> Sql.join("{\"", vector, "\"}"));
    }

    private static Series startingWith(Series elements, FirstElement array) {
        return new Series(
                elements.length(),
                elements.ascending(),
                lane -> array.with(elements.next().apply(lane), lane),
                lane -> array.with(elements.plausible().apply(lane), lane));
    }

    private static Field<?> trimmed(Field<?> first, Series elements, Lane lane) {
        List<Field<?>> all = new ArrayList<>(List.of(first));
        for (int i = 1; i < MOST_ELEMENTS; i++) {
            all.add(elements.plausible().apply(lane.branch(i)));
        }
        return Sql.call(
                "trim_array",
                arrayOf(all),
                Sql.integer(lane.branch(MOST_ELEMENTS).below(MOST_ELEMENTS)));
    }

    private static Field<?> nested(Field<?> innermost, int dimensions) {
        return dimensions == 1 ? innermost : nested(arrayOf(List.of(innermost)), dimensions - 1);
    }

    private static Field<?> arrayOf(List<Field<?>> elements) {
        return DSL.array(elements.stream().map(ArraySeries::untyped).toList());
    }

    @SuppressWarnings("unchecked")
    private static Field<Object> untyped(Field<?> field) {
        return (Field<Object>) field;
    }

    @FunctionalInterface
    private interface FirstElement {
        Field<?> with(Field<?> first, Lane lane);
    }
}
