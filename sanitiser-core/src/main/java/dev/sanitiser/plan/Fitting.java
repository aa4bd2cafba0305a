package dev.sanitiser.plan;

import java.util.List;
import org.jooq.Field;

/**
 * How a fake is fitted to the rest of its row: of several values the first that satisfies the constraints there, among
 * kept columns and the other fakes.
 *
 * @param order of the fitted columns of a table: each is fitted to those before it
 * @param alternatives generators' values, over the ordinal
 * @param relatives values relative to other columns of the row, as PostgreSQL deparsed them, cast to the column's type
 * @param constraints expressions as PostgreSQL deparsed them; they read no real value, because they see the row as it
 *     will be in the copy
 */
public record Fitting(int order, List<Field<?>> alternatives, List<String> relatives, List<String> constraints) {
    public Fitting {
        alternatives = List.copyOf(alternatives);
        relatives = List.copyOf(relatives);
        constraints = List.copyOf(constraints);
    }
}
