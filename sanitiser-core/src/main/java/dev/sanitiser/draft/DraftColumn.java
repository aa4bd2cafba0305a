package dev.sanitiser.draft;

import dev.sanitiser.catalog.Column;
import java.util.Objects;

/** A column, what it seems to hold, and what is proposed for it. */
public record DraftColumn(Column column, Verdict verdict, Proposal proposal) {

    public DraftColumn {
        Objects.requireNonNull(column);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(proposal);
    }
}
