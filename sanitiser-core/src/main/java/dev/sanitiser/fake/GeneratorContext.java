package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a generator knows of the column it makes values for.
 *
 * @param type what the values must fit; never a domain, and an array only where PostgreSQL treats it as a scalar
 * @param unique whether different ordinals must give different values, also under case-insensitive comparison
 * @param lane the ordinal and what this column draws from it: with {@code row} the only input of the values
 * @param row what all columns of the row draw alike: for the person or the place that the row is about
 */
public record GeneratorContext(ColumnType type, boolean unique, Lane lane, Lane row, Parameters parameters) {

    private static final Set<String> TEXT_TYPES = Set.of("text", "varchar", "bpchar", "name");
    private static final int NAME_LENGTH = 63;

    public GeneratorContext {
        Objects.requireNonNull(type);
        Objects.requireNonNull(lane);
        Objects.requireNonNull(row);
        Objects.requireNonNull(parameters);
    }

    /** The name in {@code pg_type} of a built-in type; empty for all others. */
    public String builtInType() {
        QualifiedName name = type.type().name();
        return name.equals(Sql.builtIn(name.name())) ? name.name() : "";
    }

    /**
     * How many characters the type holds, if it is one of strings.
     *
     * @return empty for other types; {@link Integer#MAX_VALUE} for strings without a limit
     */
    public OptionalInt textLength() {
        if (type.type().name().name().equals("citext") && type.type() instanceof DataType.Base) {
            return OptionalInt.of(Integer.MAX_VALUE);
        }
        if (!TEXT_TYPES.contains(builtInType())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                builtInType().equals("name") ? NAME_LENGTH : TextSeries.declaredLength(type.typeModifier()));
    }

    GeneratorContext withType(ColumnType other) {
        return new GeneratorContext(other, unique, lane, row, parameters);
    }

    /** For one more value in the same row, which is about somebody else. */
    GeneratorContext notUnique(Lane otherLane) {
        return new GeneratorContext(type, false, otherLane, otherLane, parameters);
    }
}
