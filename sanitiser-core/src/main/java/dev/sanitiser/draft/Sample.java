package dev.sanitiser.draft;

import static org.jooq.impl.DSL.inline;

import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.Relation.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jooq.Allow;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Which rows of a table are looked at: all of a small one, some pages from all over a big one, the same ones each time.
 *
 * <p>Plain SQL: ONLY and TABLESAMPLE have no form in jOOQ; the name goes in as an argument.
 *
 * @param percent of the pages; 100 for all
 * @param rowCount at most so many rows
 */
@Allow.PlainSQL
record Sample(BigDecimal percent, int rowCount) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final long USUAL_ROW_IN_BYTES = 100;
    /** The limit must not cut off the end of the table where its pages hold more rows than was thought. */
    private static final int SPARE = 2;

    /** @param estimatedRowCount -1 where it is not known */
    static Sample of(int rowCount, long estimatedRowCount, long sizeInBytes) {
        long rows = estimatedRowCount > 0 ? estimatedRowCount : sizeInBytes / USUAL_ROW_IN_BYTES;
        int most = (int) Math.min(Integer.MAX_VALUE, (long) rowCount * SPARE);
        return rows <= most
                ? new Sample(ALL, most)
                : new Sample(
                        BigDecimal.valueOf(rowCount * 100L).divide(BigDecimal.valueOf(rows), MathContext.DECIMAL32),
                        most);
    }

    boolean isWhole() {
        return percent.compareTo(ALL) >= 0;
    }

    /** The first rows of the table as they lie; for a table whose pages are mostly empty. */
    Sample withoutChance() {
        return new Sample(ALL, rowCount);
    }

    /** A table under the alias {@code t}; tables that inherit from it are tables of their own. */
    Table<?> of(Relation table) {
        Table<?> named = table.kind() == Kind.PARTITIONED_TABLE
                ? DSL.table("{0} AS {1}", table.name().toName(), DSL.name("t"))
                : DSL.table("ONLY {0} AS {1}", table.name().toName(), DSL.name("t"));
        return isWhole()
                ? named
                : DSL.table("{0} TABLESAMPLE SYSTEM ({1}) REPEATABLE ({2})", named, inline(percent), inline(0));
    }
}
