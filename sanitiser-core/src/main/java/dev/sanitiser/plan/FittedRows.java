package dev.sanitiser.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.values;
import static org.jooq.impl.DSL.when;

import dev.sanitiser.catalog.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Row1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Fits columns to the rest of their row: around the statement that gives the rows of the copy stands one more for each
 * fitted column. It sees rows of the copy and nothing else.
 *
 * <p>Plain SQL: a constraint's expression is PostgreSQL's own deparsed text and goes in verbatim.
 */
@Allow.PlainSQL
final class FittedRows {

    private static final Name ROWS = name("c");
    private static final Name VALUES = name("v");

    private final List<ColumnPlan> columns;
    private final List<ColumnPlan> fitted;
    private final Set<String> names;

    /** @param columns those for which rows bring a value */
    FittedRows(List<ColumnPlan> columns) {
        this.columns = columns;
        this.fitted = columns.stream()
                .filter(c -> fitting(c) != null)
                .sorted(Comparator.comparingInt(c -> requireFitting(c).order()))
                .toList();
        this.names = columns.stream().map(c -> c.column().name()).collect(Collectors.toUnmodifiableSet());
    }

    /** Texts of the source's own constraints in a table's statement. */
    static List<String> constraintTexts(List<ColumnPlan> columns) {
        List<String> texts = new ArrayList<>();
        for (ColumnPlan column : columns) {
            Fitting fitting = fitting(column);
            if (fitting != null) {
                fitting.constraints().forEach(c -> texts.add(inParentheses(c)));
                fitting.relatives().forEach(r -> texts.add(inParentheses(r)));
            }
        }
        return texts;
    }

    /** What the inner statement has to give beside the columns. */
    List<Field<?>> alternatives() {
        List<Field<?>> all = new ArrayList<>();
        for (ColumnPlan column : fitted) {
            List<Field<?>> values = requireFitting(column).alternatives();
            for (int i = 0; i < values.size(); i++) {
                all.add(values.get(i).as(alternativeName(column.column(), i)));
            }
        }
        return all;
    }

    /** @param inner gives the columns and {@link #alternatives} */
    Select<?> around(Select<?> inner) {
        Select<?> rows = inner;
        for (int done = 0; done < fitted.size(); done++) {
            rows = select(fields(fitted.get(done), fitted.subList(done + 1, fitted.size())))
                    .from(rows.asTable(ROWS));
        }
        return rows;
    }

    private List<Field<?>> fields(ColumnPlan fittedNow, List<ColumnPlan> later) {
        List<Field<?>> fields = new ArrayList<>();
        for (ColumnPlan column : columns) {
            Field<?> value = column.equals(fittedNow)
                    ? fittedValue(column)
                    : ofRow(column.column().name());
            fields.add(value.as(name(column.column().name())));
        }
        for (ColumnPlan column : later) {
            IntStream.range(0, requireFitting(column).alternatives().size())
                    .mapToObj(i -> alternativeName(column.column(), i))
                    .forEach(n -> fields.add(ofRow(n).as(name(n))));
        }
        return fields;
    }

    private Field<?> fittedValue(ColumnPlan plan) {
        Column column = plan.column();
        Field<Object> first = ofRow(column.name());
        Field<Object> fitting = field(select(field(VALUES.append(column.name()), Object.class))
                .from(values(candidates(plan)).as(VALUES, name(column.name())))
                .where(suits(plan))
                .limit(inline(1)));
        return when(first.isNull(), TypeCasts.nullOf(column.type().type())).otherwise(coalesce(fitting, first));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Row1<Object>[] candidates(ColumnPlan plan) {
        Column column = plan.column();
        Fitting fitting = requireFitting(plan);
        List<Row1<Object>> rows = new ArrayList<>();
        rows.add(row(ofRow(column.name())));
        for (int i = 0; i < fitting.alternatives().size(); i++) {
            rows.add(row(ofRow(alternativeName(column, i))));
        }
        for (String relative : fitting.relatives()) {
            rows.add(row(TypeCasts.formatted(field(raw(inParentheses(relative))), column.type())));
        }
        return rows.toArray(new Row1[0]);
    }

    private static Condition suits(ColumnPlan plan) {
        Condition suits = field(VALUES.append(plan.column().name())).isNotNull();
        for (String constraint : requireFitting(plan).constraints()) {
            suits = suits.and(DSL.condition("{0} IS NOT FALSE", raw(inParentheses(constraint))));
        }
        return noCondition().and(suits);
    }

    private static String inParentheses(String expression) {
        return "(" + expression + ")";
    }

    private static Field<Object> ofRow(String column) {
        return field(ROWS.append(column), Object.class);
    }

    private String alternativeName(Column column, int index) {
        String wanted = "alternative_" + column.number() + "_" + index;
        while (names.contains(wanted)) {
            wanted += "_";
        }
        return wanted;
    }

    private static @Nullable Fitting fitting(ColumnPlan column) {
        return column.treatment() instanceof ColumnTreatment.FakeValue fake
                ? fake.fitting().orElse(null)
                : null;
    }

    private static Fitting requireFitting(ColumnPlan column) {
        return Objects.requireNonNull(fitting(column));
    }
}
