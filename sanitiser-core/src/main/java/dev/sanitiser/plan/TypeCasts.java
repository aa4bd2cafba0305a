package dev.sanitiser.plan;

import dev.sanitiser.catalog.DataType;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Casts to a type of the catalog.
 *
 * <p>Plain SQL: jOOQ knows no data type by an arbitrary qualified name; the type's name goes in as a {@code Name}.
 */
@Allow.PlainSQL
final class TypeCasts {

    private TypeCasts() {}

    static Field<Object> cast(Field<?> value, DataType type) {
        return DSL.field("CAST({0} AS {1})", Object.class, value, type.name().toName());
    }

    static Field<Object> nullOf(DataType type) {
        return cast(DSL.inline((Object) null), type);
    }
}
