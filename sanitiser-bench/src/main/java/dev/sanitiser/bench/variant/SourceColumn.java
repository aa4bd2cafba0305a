package dev.sanitiser.bench.variant;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A column as the first system saw it.
 *
 * <p>Plain SQL: casts to a type by its name have no form in jOOQ; the name is PostgreSQL's own.
 *
 * @param type as {@code information_schema.columns} names it
 * @param length of character types with a limit
 */
@Allow.PlainSQL
record SourceColumn(String name, String type, OptionalInt length) {

    /** In the table's order. */
    static List<SourceColumn> of(DSLContext database, String schema, String table) {
        Field<String> name = DSL.field(DSL.name("column_name"), String.class);
        Field<String> type = DSL.field(DSL.name("data_type"), String.class);
        Field<Integer> length = DSL.field(DSL.name("character_maximum_length"), Integer.class);
        return database.select(name, type, length)
                .from(DSL.table(DSL.name("information_schema", "columns")))
                .where(DSL.field(DSL.name("table_schema"), String.class).eq(schema))
                .and(DSL.field(DSL.name("table_name"), String.class).eq(table))
                .orderBy(DSL.field(DSL.name("ordinal_position")))
                .fetch(r -> new SourceColumn(
                        r.get(name),
                        r.get(type),
                        Optional.ofNullable(r.get(length)).map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    }

    Field<?> field() {
        return DSL.field(DSL.name(name));
    }

    /** What stands in for a value that is not kept. */
    Field<?> fake(String table) {
        Field<Integer> number = DSL.rowNumber().over();
        return switch (type) {
            case "text", "character varying", "character" -> text("fake_" + table + "_" + name + "_", number);
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> number;
            case "date", "timestamp without time zone", "timestamp with time zone" -> DSL.currentTimestamp();
            case "json", "jsonb" -> constant("{}");
            case "uuid" -> constant("00000000-0000-0000-0000-000000000000");
            case "inet", "cidr" -> constant("0.0.0.0");
            case "boolean" -> constant("false");
            default -> throw new IllegalStateException("the first system could not fake " + type);
        };
    }

    private Field<?> text(String prefix, Field<Integer> number) {
        Field<String> whole = DSL.concat(DSL.inline(prefix), number.cast(SQLDataType.CLOB));
        return length.isPresent() ? DSL.left(whole, length.getAsInt()) : whole;
    }

    private Field<?> constant(String text) {
        Name typeName = DSL.name(type);
        return DSL.field("{0}::{1}", DSL.inline(text), typeName);
    }
}
