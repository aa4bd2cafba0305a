package dev.sanitiser.catalog;

import java.util.List;

/**
 * A CHECK constraint of a table or of a domain.
 *
 * @param expression the condition as PostgreSQL deparses it with an empty search path, over bare column names
 *     ({@code VALUE} in a domain)
 * @param columns attribute numbers of the columns it names; empty for a domain and for a whole-row expression
 * @param wholeRow whether the expression names the table's row as a whole
 * @param validated false for {@code NOT VALID}
 */
public record Check(String name, String expression, List<Integer> columns, boolean wholeRow, boolean validated) {
    public Check {
        columns = List.copyOf(columns);
    }
}
