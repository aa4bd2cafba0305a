package dev.sanitiser.plan;

import static org.jooq.impl.DSL.inline;

import java.util.OptionalLong;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Rows of a table that lie together in its heap.
 *
 * <p>Plain SQL: {@code tid} is no type of jOOQ; the literals are numbers.
 *
 * @param firstBlock counted from 0
 * @param endBlock the first block beyond; empty for all that follow
 * @param rowsBefore how many rows lie before, so that these are numbered as in the whole table; 0 or more
 */
@Allow.PlainSQL
public record RowRange(long firstBlock, OptionalLong endBlock, long rowsBefore) {

    /** Everything. */
    public static final RowRange WHOLE_TABLE = new RowRange(0, OptionalLong.empty(), 0);

    public RowRange {
        if (firstBlock < 0 || rowsBefore < 0 || endBlock.orElse(Long.MAX_VALUE) <= firstBlock) {
            throw new IllegalArgumentException("a range has blocks, and both numbers are 0 or more");
        }
    }

    public boolean isWholeTable() {
        return firstBlock == 0 && endBlock.isEmpty();
    }

    /** The same rows, numbered otherwise. */
    public RowRange after(long rowCount) {
        return new RowRange(firstBlock, endBlock, rowCount);
    }

    /**
     * Whether a row lies here; PostgreSQL reads just the range's blocks for it (manual, "Tid Range Scan", from 14 on).
     *
     * @param ctid the column of the table
     */
    public Condition holds(Field<?> ctid) {
        if (isWholeTable()) {
            return DSL.noCondition();
        }
        Field<String> first = startOf(firstBlock);
        return endBlock.isPresent()
                ? DSL.condition(
                        "{0} >= {1}::pg_catalog.tid and {0} < {2}::pg_catalog.tid",
                        ctid, first, startOf(endBlock.getAsLong()))
                : DSL.condition("{0} >= {1}::pg_catalog.tid", ctid, first);
    }

    private static Field<String> startOf(long block) {
        return inline("(" + block + ",0)");
    }
}
