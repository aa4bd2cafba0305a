package dev.sanitiser.plan;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/**
 * Casts to a type of the catalog.
 *
 * <p>Plain SQL: jOOQ knows no data type by an arbitrary qualified name; the type's name goes in as a {@code Name}.
 */
@Allow.PlainSQL
final class TypeCasts {

    private static final Set<QualifiedName> CUT = Stream.of("varchar", "bpchar", "bit", "varbit")
            .map(type -> new QualifiedName("pg_catalog", type))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> NOT_SHAPED = Set.of("varchar", "_varchar", "varbit", "_varbit");

    private TypeCasts() {}

    static Field<Object> cast(Field<?> value, DataType type) {
        return DSL.field("CAST({0} AS {1})", Object.class, value, type.name().toName());
    }

    /** The type's own spelling is PostgreSQL's, modifier and all; a value that is too long for it is cut. */
    static Field<Object> formatted(Field<?> value, ColumnType type) {
        return DSL.field("CAST({0} AS {1})", Object.class, value, DSL.raw(type.formatted()));
    }

    /** Whether {@link #formatted} cuts a value that an assignment would refuse. */
    static boolean cutsWhatIsTooLong(ColumnType type) {
        return type.type() instanceof DataType.Domain domain
                ? cutsWhatIsTooLong(domain.underlying())
                : type.typeModifier() >= 0 && CUT.contains(type.type().name());
    }

    /**
     * Whether a column stores a value otherwise than its type without a modifier writes it: padded or rounded. Strings
     * that are too long are not cut on assignment, and fakes are not too long.
     */
    static boolean shapesOnAssignment(ColumnType type) {
        return type.typeModifier() >= 0
                && type.type().name().schema().equals("pg_catalog")
                && !NOT_SHAPED.contains(type.type().name().name());
    }

    /** Of {@code json} and {@code jsonb}, and of domains over them. */
    static Field<JSONB> jsonb(Field<?> value) {
        return DSL.field("CAST({0} AS {1})", JSONB.class, value, DSL.name("pg_catalog", "jsonb"));
    }

    static Field<Object> nullOf(DataType type) {
        return cast(DSL.inline((Object) null), type);
    }
}
