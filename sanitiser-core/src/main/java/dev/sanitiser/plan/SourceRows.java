package dev.sanitiser.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The only place where a statement names a table of the source. It lets through the kept columns, the kept paths of
 * documents, whether the others are NULL, and the ordinal; everything built on it has nothing else in scope.
 *
 * <p>Plain SQL: {@code ONLY}, {@code IS NOT DISTINCT FROM NULL} and a select list without columns have no form in jOOQ;
 * names go in as {@code Name}.
 */
@Allow.PlainSQL
final class SourceRows {

    private static final Name SOURCE = name("t");

    private SourceRows() {}

    /**
     * The scope of a table.
     *
     * @param wholeTree whether the rows of partitions and inheriting tables count as well
     * @param kept columns to let through
     * @param nullFlags treated columns of which it must be known whether they are NULL
     * @param documents of which kept paths are let through
     */
    static Table<?> scopeOf(
            QualifiedName name,
            boolean wholeTree,
            TableScope scope,
            List<Column> kept,
            List<Column> nullFlags,
            List<ColumnPlan> documents) {
        List<SelectField<?>> fields = new ArrayList<>();
        kept.forEach(c -> fields.add(source(c).as(name(c.name()))));
        nullFlags.forEach(c -> fields.add(DSL.field(isNull(c)).as(name(scope.isNullName(c)))));
        documents.forEach(c -> fields.add(document(c).as(name(scope.documentName(c.column())))));
        fields.add(rowNumber().over().as(name(scope.ordinalName())));
        return select(fields).from(rowsOf(name, wholeTree)).asTable(scope.alias());
    }

    /** As many empty rows as the table has. */
    static org.jooq.ResultQuery<?> withoutColumns(QualifiedName name) {
        return DSL.resultQuery("SELECT FROM ONLY {0} AS {1}", name.toName(), SOURCE);
    }

    /** The rows of a table, for counting them. */
    static Table<?> all(QualifiedName name) {
        return rowsOf(name, false);
    }

    private static Table<?> rowsOf(QualifiedName name, boolean wholeTree) {
        return wholeTree ? table(name.toName()).as(SOURCE) : table("ONLY {0} AS {1}", name.toName(), SOURCE);
    }

    private static Field<Object> source(Column column) {
        return field(SOURCE.append(column.name()));
    }

    private static Field<JSONB> document(ColumnPlan plan) {
        List<DocumentPath> paths = ((ColumnTreatment.KeepPaths) plan.treatment()).paths();
        return DocumentSql.of(SOURCE.append(plan.column().name()), DocumentNode.of(paths));
    }

    /** {@code IS NULL} is true of a composite value whose fields are all NULL; that value is not NULL. */
    private static Condition isNull(Column column) {
        return isComposite(column.type().type())
                ? DSL.condition("{0} IS NOT DISTINCT FROM NULL", source(column))
                : source(column).isNull();
    }

    static boolean isComposite(DataType type) {
        if (type instanceof DataType.Domain domain) {
            return isComposite(domain.underlying().type());
        }
        return type instanceof DataType.Composite;
    }
}
