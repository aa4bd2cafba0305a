package dev.sanitiser.catalog;

import java.util.List;

/**
 * The query of a view or materialised view.
 *
 * @param oid of the relation
 * @param definition as PostgreSQL deparses it with an empty search path, without a semicolon
 * @param reads the columns it names, of tables and of other views
 */
public record View(long oid, String definition, List<Read> reads) {
    public View {
        reads = List.copyOf(reads);
    }

    /**
     * A column that a view names.
     *
     * @param relation oid
     * @param column attribute number; 0 where only the rows count
     */
    public record Read(long relation, int column) {}
}
