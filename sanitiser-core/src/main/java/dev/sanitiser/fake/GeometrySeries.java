package dev.sanitiser.fake;

import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** PostgreSQL's own geometric types: small figures with coordinates from 0 to 1000; unique ones go on to the right. */
final class GeometrySeries {

    private static final long LARGEST_EXACT = 1L << 52;
    private static final long HUNDREDTHS = 100_000;

    private GeometrySeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.of(
                "point", BaseSeries.always(figures(GeometrySeries::point)),
                "lseg", BaseSeries.always(figures(figureOfTwoPoints("lseg"))),
                "line", BaseSeries.always(figures(GeometrySeries::verticalLine)),
                "box", BaseSeries.always(figures(figureOfTwoPoints("box"))),
                "polygon", BaseSeries.always(figures((x, y) -> Sql.call("polygon", box(x, y)))),
                "path", BaseSeries.always(figures((x, y) -> Sql.call("path", Sql.call("polygon", box(x, y))))),
                "circle", BaseSeries.always(figures((x, y) -> Sql.call("circle", point(x, y), DSL.inline(1.5)))));
    }

    private static Series figures(BiFunction<Field<Double>, Field<Double>, Field<?>> figure) {
        return Series.unordered(LARGEST_EXACT, 1, n -> n)
                .withNext(lane -> figure.apply(Sql.real(lane.ordinal()), coordinate(lane)))
                .withPlausible(lane -> figure.apply(coordinate(lane), coordinate(lane.branch(0))));
    }

    static Field<Double> coordinate(Lane lane) {
        return Sql.real(lane.below(HUNDREDTHS)).div(DSL.inline(100.0));
    }

    private static BiFunction<Field<Double>, Field<Double>, Field<?>> figureOfTwoPoints(String function) {
        return (x, y) -> Sql.call(function, point(x, y), oppositeOf(x, y));
    }

    private static Field<?> verticalLine(Field<Double> x, Field<Double> y) {
        return Sql.call("line", point(x, y), point(x, y.plus(DSL.inline(1.0))));
    }

    private static Field<?> box(Field<Double> x, Field<Double> y) {
        return Sql.call("box", point(x, y), oppositeOf(x, y));
    }

    private static Field<?> oppositeOf(Field<Double> x, Field<Double> y) {
        return point(x.plus(DSL.inline(1.0)), y.plus(DSL.inline(2.0)));
    }

    private static Field<?> point(Field<Double> x, Field<Double> y) {
        return Sql.call("point", x, y);
    }
}
