package dev.sanitiser.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Generated columns, computed as PostgreSQL will compute them in the copy.
 *
 * <p>Plain SQL: a generation expression is PostgreSQL's own deparsed text and goes in verbatim.
 */
@Allow.PlainSQL
record ComputedColumns(List<Column> columns) {

    static ComputedColumns of(Relation relation) {
        return new ComputedColumns(
                relation.columns().stream().filter(c -> !c.isStoredFromRows()).toList());
    }

    ComputedColumns only(Predicate<Column> predicate) {
        return new ComputedColumns(columns.stream().filter(predicate).toList());
    }

    /** The rows that a table will have in the copy. */
    Table<?> copiedRows(TablePlan plan) {
        return beside(table("({0})", plan.select()).as("copy"));
    }

    /** The rows with these columns added to their own. */
    Table<?> beside(Table<?> rows) {
        if (columns.isEmpty()) {
            return rows;
        }
        List<Field<?>> fields = new ArrayList<>();
        fields.add(field("{0}.*", name(rows.getName())));
        columns.forEach(c -> fields.add(value(c).as(name(c.name()))));
        return select(fields).from(rows).asTable("rows");
    }

    /** PostgreSQL converts what the expression gives to the column's type, and does not deparse that step. */
    private static Field<Object> value(Column generated) {
        return TypeCasts.formatted(uncast(generated), generated.type());
    }

    static Field<Object> uncast(Column generated) {
        return field(raw("(" + generated.defaultExpression().orElse("NULL") + ")"));
    }
}
