package dev.sanitiser.draft;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that a list can name, with its columns in the order of their numbers.
 *
 * @param estimatedRowCount by the server's statistics, of all partitions together; -1 where one was never analysed
 * @param sizeInBytes heap and TOAST of all partitions, without indexes
 * @param contentNote why its content was not judged, or not all of it, without a full stop; empty if all was judged
 */
public record DraftTable(
        QualifiedName name,
        List<DraftColumn> columns,
        long estimatedRowCount,
        long sizeInBytes,
        Optional<String> contentNote) {

    public DraftTable {
        Objects.requireNonNull(name);
        columns = List.copyOf(columns);
        Objects.requireNonNull(contentNote);
    }

    /** The columns for which something is proposed. */
    public List<DraftColumn> proposedAs(Proposal proposal) {
        return columns.stream().filter(c -> c.proposal() == proposal).toList();
    }

    /** @return empty if there is no column of this name */
    public Optional<DraftColumn> column(String name) {
        return columns.stream().filter(c -> c.column().name().equals(name)).findFirst();
    }
}
