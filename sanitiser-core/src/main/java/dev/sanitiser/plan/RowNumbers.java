package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import java.util.List;

/**
 * How a statement numbers the rows of its table.
 *
 * @param step how far ordinals lie apart: 1, or the number of partitions that share one sequence of ordinals
 * @param first the ordinal of the first row, from 1 to the step
 * @param ranks further numbers, by which faked columns stay unique together
 */
public record RowNumbers(long step, long first, List<Rank> ranks) {

    public RowNumbers {
        ranks = List.copyOf(ranks);
        if (first < 1 || first > step) {
            throw new IllegalArgumentException("first must be from 1 to the step");
        }
    }

    static final RowNumbers PLAIN = new RowNumbers(1, 1, List.of());

    RowNumbers withRanks(List<Rank> others) {
        return new RowNumbers(step, first, others);
    }

    /**
     * Rows counted from 1 within groups.
     *
     * @param number tells the ranks of a table apart
     * @param within columns that a row shares with its group
     * @param nulls columns that are NULL in all rows of a group or in none
     */
    public record Rank(int number, List<Column> within, List<Column> nulls) {
        public Rank {
            within = List.copyOf(within);
            nulls = List.copyOf(nulls);
        }

        boolean isOrdinal() {
            return within.isEmpty() && nulls.isEmpty();
        }
    }
}
