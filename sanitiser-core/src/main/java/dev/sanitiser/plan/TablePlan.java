package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.postgres.Database;
import java.util.List;
import java.util.Optional;
import org.jooq.ResultQuery;

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
