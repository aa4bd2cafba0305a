package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the series of any type: of a base type by its name, of all others by what they are made of. */
final class TypeSeries {

    private static final String BUILT_IN = "pg_catalog";

    private static final Map<String, BaseSeries> BUILT_IN_TYPES = builtInTypes();
    private static final Map<String, BaseSeries> EXTENSION_TYPES = ExtensionSeries.byType();

    private TypeSeries() {}

    /** @return empty where no value can be made */
    static Optional<Series> of(ColumnType type) {
        return of(type.type(), type.typeModifier(), type.dimensions());
    }

    static Optional<Series> of(DataType type) {
        return of(type, -1, 0);
    }

    /** The series is cast to the type at each of its levels. */
    private static Optional<Series> of(DataType type, int typeModifier, int dimensions) {
        Optional<Series> values = type.match(new DataType.Cases<>(
                base -> ofBase(base, typeModifier),
                enumeration -> Optional.of(EnumSeries.of(enumeration)),
                domain -> of(domain.underlying()),
                CompositeSeries::of,
                array -> ofArray(array, typeModifier, dimensions),
                RangeSeries::of,
                RangeSeries::ofMultirange));
        return values.map(series -> series.castTo(type.name()));
    }

    private static Optional<Series> ofBase(DataType base, int typeModifier) {
        Map<String, BaseSeries> known = base.name().schema().equals(BUILT_IN) ? BUILT_IN_TYPES : EXTENSION_TYPES;
        return Optional.ofNullable(known.get(base.name().name())).flatMap(series -> series.of(typeModifier));
    }

    private static Optional<Series> ofArray(DataType.Array array, int typeModifier, int dimensions) {
        if (isVector(array)) {
            return ofBase(array, -1);
        }
        Optional<Series> elements = of(array.element(), typeModifier, 0);
        return elements.map(series ->
                isVector(array.element()) ? ArraySeries.ofOneVector(series) : ArraySeries.of(series, dimensions));
    }

    /** {@code int2vector} and {@code oidvector}: arrays to the catalog, but with a text form of their own. */
    private static boolean isVector(DataType type) {
        return type.name().equals(Sql.builtIn("int2vector")) || type.name().equals(Sql.builtIn("oidvector"));
    }

    private static Map<String, BaseSeries> builtInTypes() {
        Map<String, BaseSeries> types = new HashMap<>();
        types.putAll(BinarySeries.byType());
        types.putAll(DocumentSeries.byType());
        types.putAll(GeometrySeries.byType());
        types.putAll(NetworkSeries.byType());
        types.putAll(NumberSeries.byType());
        types.putAll(SystemSeries.byType());
        types.putAll(TextSeries.byType());
        types.putAll(TimeSeries.byType());
        return Map.copyOf(types);
    }
}
