package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** PostGIS points in the reference system and with the dimensions that the column declares. */
final class PostgisSeries {

    /** Ten-millionths of a degree: about a centimetre. */
    private static final BigDecimal UNIT = new BigDecimal("0.0000001");

    private static final long HALF_CIRCLE = 1_799_999_999L;
    private static final long QUARTER_CIRCLE = 899_999_999L;

    private static final int ANY_KIND = 0;
    private static final int POINT = 1;

    private PostgisSeries() {}

    /** Empty for a column that declares another kind of geometry than points. */
    static Optional<Series> of(int typeModifier) {
        return takesPoints(typeModifier) ? Optional.of(points(PointShape.of(typeModifier))) : Optional.empty();
    }

    private static boolean takesPoints(int typeModifier) {
        int kind = typeModifier < 0 ? ANY_KIND : (typeModifier & 0xFC) >> 2;
        return kind == ANY_KIND || kind == POINT;
    }

    private static Series points(PointShape shape) {
        return Series.unordered(HALF_CIRCLE, 1, n -> n)
                .withNext(lane -> point(shape, lane.ordinal(), lane.below(QUARTER_CIRCLE)))
                .withPlausible(lane ->
                        point(shape, lane.below(HALF_CIRCLE), lane.branch(0).below(QUARTER_CIRCLE)));
    }

    private static Field<String> point(PointShape shape, Field<Long> x, Field<Long> y) {
        return Sql.join(shape.prefix(), degrees(x), " ", degrees(y), shape.suffix());
    }

    private static Field<?> degrees(Field<Long> units) {
        return units.cast(SQLDataType.NUMERIC).mul(DSL.inline(UNIT));
    }

    /** What stands before and after the two coordinates in extended well-known text. */
    private record PointShape(String prefix, String suffix) {

        /** Decodes {@code TYPMOD_GET_SRID}, {@code _Z} and {@code _M} of PostGIS's liblwgeom.h. */
        static PointShape of(int typeModifier) {
            if (typeModifier < 0) {
                return new PointShape("POINT(", ")");
            }
            int srid = ((typeModifier & 0x0FFFFF00) - (typeModifier & 0x10000000)) >> 8;
            String z = (typeModifier & 2) == 0 ? "" : "Z";
            String m = (typeModifier & 1) == 0 ? "" : "M";
            String system = srid == 0 ? "" : "SRID=" + srid + ";";
            return new PointShape(system + "POINT " + z + m + "(", " 0".repeat((z + m).length()) + ")");
        }
    }
}
