package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.postgres.Database;
import java.util.List;
import java.util.Optional;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;

/**
 * One table that holds rows, with what happens to each of its columns.
 *
 * @param columns all columns in their order; empty where no rows are copied
 * @param keyPools the keys that faked references draw from
 * @param loadedThrough the root of the partition tree, where rows must be routed anew on restore
 * @param estimatedRowCount the server's estimate; -1 for unknown
 * @param sizeInBytes of the table in the source
 * @param numbers how rows are numbered
 */
public record TablePlan(
        long oid,
        QualifiedName name,
        RowSelection rows,
        List<ColumnPlan> columns,
        List<KeyPool> keyPools,
        Optional<QualifiedName> loadedThrough,
        long estimatedRowCount,
        long sizeInBytes,
        RowNumbers numbers) {

    public TablePlan {
        columns = List.copyOf(columns);
        keyPools = List.copyOf(keyPools);
    }

    /** A table whose rows are counted from 1. */
    public TablePlan(
            long oid,
            QualifiedName name,
            RowSelection rows,
            List<ColumnPlan> columns,
            List<KeyPool> keyPools,
            Optional<QualifiedName> loadedThrough,
            long estimatedRowCount,
            long sizeInBytes) {
        this(oid, name, rows, columns, keyPools, loadedThrough, estimatedRowCount, sizeInBytes, RowNumbers.PLAIN);
    }

    /** The columns for which rows bring a value: all but generated ones. */
    public List<ColumnPlan> storedColumns() {
        return columns.stream().filter(c -> c.column().isStoredFromRows()).toList();
    }

    /** What the table's statement reads. */
    RowSource rowSource() {
        return new RowSource(name, false, storedColumns(), keyPools, numbers);
    }

    /** The statement that reads the table, sanitised; its columns are {@link #storedColumns()}. */
    public ResultQuery<?> select() {
        return TableStatement.of(this);
    }

    /**
     * The statement that reads a part of the table, its rows numbered as in the whole, for an INSERT into a clone of
     * the table that holds {@link #textInClone()} as text.
     *
     * @throws IllegalStateException if the table {@link #canBeReadInRanges() cannot be read so}
     */
    public ResultQuery<?> selectForClone(RowRange range) {
        requireRange(range);
        return TableStatement.forClone(this, range);
    }

    /** The columns that a clone should hold as text, because their values are put together as text and read as text. */
    public List<Column> textInClone() {
        return TableStatement.textColumns(this);
    }

    private void requireRange(RowRange range) {
        if (!range.isWholeTable() && !canBeReadInRanges()) {
            throw new IllegalStateException(name + " is read as a whole");
        }
    }

    /**
     * {@link #select()} for a part of the table, its rows numbered as in the whole, with each value as its column
     * stores it: padded or rounded, which an INSERT would do by itself.
     *
     * @throws IllegalStateException if the table {@link #canBeReadInRanges() cannot be read so}
     */
    public ResultQuery<?> selectAsStored(RowRange range) {
        requireRange(range);
        return TableStatement.asStored(this, range);
    }

    /** The query that counts the rows of a range. */
    public Select<Record1<Long>> count(RowRange range) {
        return SourceRows.count(name, range);
    }

    /** Whether no row's values depend on rows of other ranges but by their number. */
    public boolean canBeReadInRanges() {
        return numbers.ranks().isEmpty();
    }

    /** Whether the values depend on how many rows lie before. */
    public boolean dependsOnOrdinals() {
        return storedColumns().stream()
                .anyMatch(c -> c.treatment() instanceof ColumnTreatment.FakeValue
                        || c.treatment() instanceof ColumnTreatment.Reference);
    }

    /** {@link #select()} as text; empty where no rows are copied. */
    public Optional<String> selectSql() {
        return rows.copiesAllRows()
                ? Optional.of(Database.withoutConnection().renderInlined(select()))
                : Optional.empty();
    }

    /** The same plan without the server's estimates, which change while nothing else does. */
    TablePlan withoutEstimates() {
        return new TablePlan(oid, name, rows, columns, keyPools, loadedThrough, 0, 0, numbers);
    }
}
