package dev.sanitiser.plan;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Builds the statement that reads a table, sanitised. Its inner part, {@link SourceRows}, is the only one that sees the
 * source; the outer part turns ordinals into fakes and references, and keyed numbers into pseudonyms.
 */
final class TableStatement {

    private static final Name STORED = name("q");

    private final RowSource rows;
    private final RowRange range;
    private final Values values;
    private final TableScope scope;

    TableStatement(RowSource rows) {
        this(rows, RowRange.WHOLE_TABLE, Values.OF_THEIR_TYPE);
    }

    private TableStatement(RowSource rows, RowRange range, Values values) {
        this.rows = rows;
        this.range = range;
        this.values = values;
        this.scope = scopeOf(rows.columns());
    }

    /** What the statement gives. */
    private enum Values {
        OF_THEIR_TYPE,
        /** Documents are not parsed only to be written again. */
        AS_TEXT;

        /** Generated columns compute from the documents themselves. */
        static Values inClone(TablePlan plan) {
            return plan.storedColumns().size() == plan.columns().size() ? AS_TEXT : OF_THEIR_TYPE;
        }
    }

    /** The scope in which the fakes of a table's columns are evaluated. */
    static TableScope scopeOf(List<ColumnPlan> columns) {
        return new TableScope(columns.stream()
                .filter(c -> c.treatment() instanceof ColumnTreatment.Keep)
                .map(ColumnPlan::column)
                .toList());
    }

    static ResultQuery<?> of(TablePlan plan) {
        return of(plan, RowRange.WHOLE_TABLE, Values.OF_THEIR_TYPE);
    }

    private static ResultQuery<?> of(TablePlan plan, RowRange range, Values values) {
        return plan.storedColumns().isEmpty()
                ? SourceRows.withoutColumns(plan.name(), range)
                : new TableStatement(plan.rowSource(), range, values).select();
    }

    /** The rows for a clone that holds {@link #textColumns} as text. */
    static ResultQuery<?> forClone(TablePlan plan, RowRange range) {
        return of(plan, range, Values.inClone(plan));
    }

    /** Documents that nothing in a clone of the table needs but as text. */
    static List<Column> textColumns(TablePlan plan) {
        TableStatement statement = new TableStatement(plan.rowSource(), RowRange.WHOLE_TABLE, Values.inClone(plan));
        return plan.storedColumns().stream()
                .filter(c -> c.treatment() instanceof ColumnTreatment.KeepPaths)
                .map(ColumnPlan::column)
                .filter(statement::isTextEnough)
                .toList();
    }

    /** The text of the same rows as a table stores them that they are inserted into. */
    static ResultQuery<?> asStored(TablePlan plan, RowRange range) {
        if (plan.storedColumns().stream().noneMatch(TableStatement::isShaped)) {
            return of(plan, range, Values.AS_TEXT);
        }
        Select<?> rows = new TableStatement(plan.rowSource(), range, Values.AS_TEXT).select();
        return DSL.select(plan.storedColumns().stream()
                        .map(TableStatement::stored)
                        .toList())
                .from(rows.asTable(STORED));
    }

    private static Field<?> stored(ColumnPlan plan) {
        Field<Object> value = DSL.field(STORED.append(plan.column().name()));
        return isShaped(plan)
                ? TypeCasts.formatted(value, plan.column().type())
                        .as(name(plan.column().name()))
                : value;
    }

    private static boolean isShaped(ColumnPlan plan) {
        return !(plan.treatment() instanceof ColumnTreatment.Keep)
                && TypeCasts.shapesOnAssignment(plan.column().type());
    }

    private Select<?> select() {
        List<Field<?>> fields = new ArrayList<>();
        rows.columns().forEach(c -> fields.add(valueOf(c).as(name(c.column().name()))));
        FittedRows fitted = new FittedRows(rows.columns());
        fields.addAll(fitted.alternatives());
        return fitted.around(DSL.select(fields).from(from()));
    }

    TableScope scope() {
        return scope;
    }

    RowSource rows() {
        return rows;
    }

    /** The scope and whatever its rows draw from. */
    Table<?> from() {
        Table<?> from = SourceRows.scopeOf(rows, range, scope);
        for (int i = 0; i < rows.keyPools().size(); i++) {
            from = new KeyDraw(this, i).joinedTo(from);
        }
        return from;
    }

    Field<?> valueOf(Column column) {
        return valueOf(rows.columns().stream()
                .filter(c -> c.column().number() == column.number())
                .findFirst()
                .orElseThrow());
    }

    Field<?> valueOf(ColumnPlan plan) {
        Column column = plan.column();
        return plan.treatment()
                .match(new ColumnTreatment.Cases<Field<?>>(
                        keep -> scope.kept(column),
                        paths -> document(column),
                        fake -> unlessNull(column, fake.fake().value()),
                        reference -> unlessNull(column, drawn(column, reference)),
                        pseudonym -> pseudonym(column, pseudonym),
                        alwaysNull -> TypeCasts.nullOf(column.type().type()),
                        computed -> {
                            throw new IllegalStateException("rows bring no value for a generated column");
                        }));
    }

    private Field<?> document(Column column) {
        return isTextEnough(column)
                ? scope.document(column)
                : TypeCasts.cast(scope.document(column), column.type().type());
    }

    /** Constraints that rows are fitted to see the values' own types, and a cast to a domain checks it. */
    private boolean isTextEnough(Column column) {
        return values == Values.AS_TEXT
                && column.type().type() instanceof DataType.Base
                && FittedRows.constraintTexts(rows.columns()).isEmpty();
    }

    private Field<?> unlessNull(Column column, Field<?> value) {
        return column.notNull() ? value : unless(scope.isNull(column).isTrue(), column, value);
    }

    private Field<?> pseudonym(Column column, ColumnTreatment.Pseudonym pseudonym) {
        Field<?> value = TypeCasts.cast(pseudonym.fake().value(), column.type().type());
        return column.notNull() ? value : unless(scope.pseudonymNumber(column).isNull(), column, value);
    }

    @SuppressWarnings("unchecked")
    private static Field<?> unless(Condition isNull, Column column, Field<?> value) {
        return when(isNull, TypeCasts.nullOf(column.type().type())).otherwise((Field<Object>) value);
    }

    private Field<Object> drawn(Column column, ColumnTreatment.Reference reference) {
        return TypeCasts.cast(
                new KeyDraw(this, rows.poolIndex(reference.foreignKey())).value(reference.position()),
                column.type().type());
    }
}
