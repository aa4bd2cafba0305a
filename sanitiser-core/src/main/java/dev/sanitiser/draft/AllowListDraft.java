package dev.sanitiser.draft;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A first allow list for a database, with a verdict on every column; holds no value of any row.
 *
 * @param tables every table that an allow list can name and that the options select, in name order
 */
public record AllowListDraft(List<DraftTable> tables) {

    public AllowListDraft {
        tables = List.copyOf(tables);
    }

    /** The allow list as a file's text in the short form: for each table the columns to keep; ends in a line feed. */
    public String toJson() {
        return DraftText.shortForm(this);
    }

    /** The same in the long form, with every column that is not kept under {@code fake}, for lists that are strict. */
    public String toStrictJson() {
        return DraftText.longForm(this);
    }

    /** @return empty if there is no table of this name */
    public Optional<DraftTable> table(QualifiedName name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
