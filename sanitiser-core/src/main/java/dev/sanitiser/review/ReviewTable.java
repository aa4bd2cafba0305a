package dev.sanitiser.review;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A table as the page shows it.
 *
 * @param extent empty where the copy has no rows of it
 * @param account what happens to the rows and why, in complete sentences
 * @param columns empty where no rows are copied
 */
record ReviewTable(QualifiedName name, Optional<Extent> extent, String account, List<ReviewColumn> columns) {
    ReviewTable {
        columns = List.copyOf(columns);
    }

    boolean hasRows() {
        return extent.isPresent();
    }

    long concerns() {
        return columns.stream().filter(c -> c.concern().isPresent()).count();
    }

    /** How many rows and how much space they take, each in a word or two. */
    record Extent(String rows, String size) {

        /** @param rowCount the server's estimate; negative for unknown */
        static Extent estimated(long rowCount, long sizeInBytes) {
            return new Extent(
                    rowCount < 0 ? "rows not counted" : "~ " + Amounts.of(rowCount, "row"), Amounts.bytes(sizeInBytes));
        }
    }
}
