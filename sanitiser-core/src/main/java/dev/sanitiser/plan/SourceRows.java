package dev.sanitiser.plan;

import static dev.sanitiser.plan.SourceReads.PLACE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The only place where a statement names a table of the source. It lets through the kept columns, the kept paths of
 * documents, whether the others are NULL, the keyed numbers of pseudonyms, the ordinal and ranks; everything built on
 * it has nothing else in scope.
 *
 * <p>Plain SQL: {@code ONLY}, {@code IS NOT DISTINCT FROM NULL} and a select list without columns have no form in jOOQ;
 * names go in as {@code Name}.
 */
@Allow.PlainSQL
final class SourceRows {

    private static final Name SOURCE = name("t");

    private SourceRows() {}

    /** The scope of some rows of a table. */
    static Table<?> scopeOf(RowSource rows, RowRange range, TableScope scope) {
        List<SelectField<?>> fields = new ArrayList<>();
        Map<PseudonymNumber, String> rounds = new LinkedHashMap<>();
        for (ColumnPlan plan : rows.columns()) {
            Column column = plan.column();
            if (plan.treatment() instanceof ColumnTreatment.Keep) {
                fields.add(source(column).as(name(column.name())));
            } else if (plan.treatment() instanceof ColumnTreatment.KeepPaths kept) {
                fields.add(DocumentSql.of(SOURCE.append(column.name()), DocumentNode.of(kept.paths()))
                        .as(name(scope.documentName(column))));
            } else if (plan.treatment() instanceof ColumnTreatment.Pseudonym pseudonym) {
                fields.add(number(column, pseudonym.number(), rounds).as(name(scope.pseudonymNumberName(column))));
            } else if (keepsNulls(plan)) {
                fields.add(DSL.field(isNull(column)).as(name(scope.isNullName(column))));
            }
        }
        fields.add(ordinal(rows.numbers(), range.rowsBefore()).as(name(scope.ordinalName())));
        rows.numbers().ranks().forEach(r -> fields.add(rank(r).as(name(scope.rankName(r.number())))));
        boolean readsDocuments = rows.columns().stream().anyMatch(SourceRows::keepsPaths);
        Table<?> from = readsDocuments ? withDocumentsRead(rows, range) : rowsOf(rows.table(), rows.wholeTree());
        for (Map.Entry<PseudonymNumber, String> table : rounds.entrySet()) {
            from = from.crossJoin(
                    table.getKey() instanceof PseudonymNumber.Permutation permutation
                            ? PseudonymSql.rounds(permutation, table.getValue())
                            : PseudonymSql.pads());
        }
        return select(fields)
                .from(from)
                .where(readsDocuments ? DSL.noCondition() : isIn(range))
                .asTable(scope.alias());
    }

    /**
     * The rows, their documents in memory. Without that, PostgreSQL would fetch and decompress a long document anew for
     * each key that is looked for. OFFSET keeps it from merging the subquery into the statement around it.
     */
    private static Table<?> withDocumentsRead(RowSource rows, RowRange range) {
        Set<String> documents = rows.columns().stream()
                .filter(SourceRows::keepsPaths)
                .map(c -> c.column().name())
                .collect(Collectors.toSet());
        List<Field<?>> fields = new ArrayList<>();
        for (String column : SourceReads.of(rows).columns()) {
            Name name = SOURCE.append(column);
            fields.add((documents.contains(column) ? DocumentSql.read(name) : field(name)).as(name(column)));
        }
        return select(fields)
                .from(rowsOf(rows.table(), rows.wholeTree()))
                .where(isIn(range))
                .offset(inline(0))
                .asTable(SOURCE);
    }

    private static boolean keepsPaths(ColumnPlan plan) {
        return plan.treatment() instanceof ColumnTreatment.KeepPaths;
    }

    private static Field<Long> number(Column column, PseudonymNumber number, Map<PseudonymNumber, String> rounds) {
        Name name = SOURCE.append(column.name());
        if (number instanceof PseudonymNumber.Permutation) {
            String alias = rounds.computeIfAbsent(number, n -> "k" + rounds.size());
            return PseudonymSql.number(name, number, alias);
        }
        if (!rounds.containsValue("k")) {
            rounds.put(number, "k");
        }
        return PseudonymSql.number(name, number, "k");
    }

    private static Field<Long> ordinal(RowNumbers numbers, long rowsBefore) {
        Field<Long> row = rowNumber().over().coerce(SQLDataType.BIGINT);
        Field<Long> scaled = numbers.step() == 1 ? row : row.mul(inline(numbers.step()));
        long shift = rowsBefore * numbers.step() - (numbers.step() - numbers.first());
        return shift == 0 ? scaled : shift > 0 ? scaled.plus(inline(shift)) : scaled.minus(inline(-shift));
    }

    private static Condition isIn(RowRange range) {
        return range.holds(field(SOURCE.append(PLACE)));
    }

    /** Rows of a group are counted in physical order, so that two statements count alike. */
    private static Field<Integer> rank(RowNumbers.Rank rank) {
        List<Field<?>> group = new ArrayList<>();
        rank.within().forEach(c -> group.add(source(c)));
        rank.nulls().forEach(c -> group.add(DSL.field(isNull(c))));
        WindowSpecification window = DSL.partitionBy(group).orderBy(field(SOURCE.append(PLACE)));
        return rowNumber().over(window);
    }

    /** As many empty rows as the range has. */
    static ResultQuery<?> withoutColumns(QualifiedName name, RowRange range) {
        return range.isWholeTable()
                ? DSL.resultQuery("SELECT FROM ONLY {0} AS {1}", name.toName(), SOURCE)
                : DSL.resultQuery("SELECT FROM ONLY {0} AS {1} WHERE {2}", name.toName(), SOURCE, isIn(range));
    }

    /** How many rows a range has. */
    static Select<Record1<Long>> count(QualifiedName name, RowRange range) {
        return select(DSL.count().coerce(SQLDataType.BIGINT)).from(all(name)).where(isIn(range));
    }

    /** The rows of a table, for counting them. */
    static Table<?> all(QualifiedName name) {
        return rowsOf(name, false);
    }

    /** A column of {@link #all}, for conditions that a count goes by. */
    static Name columnOfAll(Column column) {
        return SOURCE.append(column.name());
    }

    private static Table<?> rowsOf(QualifiedName name, boolean wholeTree) {
        return wholeTree ? table(name.toName()).as(SOURCE) : table("ONLY {0} AS {1}", name.toName(), SOURCE);
    }

    private static Field<Object> source(Column column) {
        return field(SOURCE.append(column.name()));
    }

    /** Whether the scope must say where the column is NULL. */
    static boolean keepsNulls(ColumnPlan plan) {
        return !plan.column().notNull()
                && (plan.treatment() instanceof ColumnTreatment.FakeValue
                        || plan.treatment() instanceof ColumnTreatment.Reference);
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
