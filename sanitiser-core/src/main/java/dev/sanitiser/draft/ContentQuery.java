package dev.sanitiser.draft;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * One statement that counts what the values of some columns look like. Its result is numbers: no expression of the
 * outer query can be a value, and none of the inner ones can fail and so quote one.
 */
final class ContentQuery {

    private final Relation table;
    private final List<Column> columns;
    private final Sample sample;

    ContentQuery(Relation table, List<Column> columns, Sample sample) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.sample = sample;
    }

    /** One row of numbers. */
    Select<?> statement() {
        List<SelectField<?>> values = new ArrayList<>();
        List<SelectField<?>> judged = new ArrayList<>();
        List<SelectField<?>> counts = new ArrayList<>(List.of(count().as("rows")));
        for (int i = 0; i < columns.size(); i++) {
            ColumnCounts column = ColumnCounts.of(columns.get(i), i);
            values.add(column.value());
            judged.addAll(column.judged());
            counts.addAll(column.counts());
        }
        if (values.isEmpty()) {
            values.add(inline(1).as("one"));
        }
        Table<?> read = DSL.select(values)
                .from(sample.of(table))
                .limit(inline((long) sample.rowCount()))
                .asTable("s");
        // without OFFSET, PostgreSQL would inline what is judged, and judge each value once for each count
        Table<?> rows = judged.isEmpty()
                ? read
                : DSL.select(judged).from(read).offset(inline(0L)).asTable("j");
        return DSL.select(counts).from(rows);
    }

    static long rowCount(Record counts) {
        return counts.get("rows", Long.class);
    }

    Map<String, ColumnContent> contents(Record counts) {
        Map<String, ColumnContent> contents = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            contents.put(
                    columns.get(i).name(), ColumnCounts.of(columns.get(i), i).content(counts));
        }
        return contents;
    }
}
