package dev.sanitiser.allowlist;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Objects;

/**
 * One table of an allow list; whether the database has it is not known here.
 *
 * @param location of the table's key
 * @param keep in file order, none twice
 * @param fake in file order, none twice and none that is kept
 */
public record TableEntry(
        QualifiedName name, Location location, Form form, Rows rows, List<Kept> keep, List<Faked> fake) {

    public TableEntry {
        Objects.requireNonNull(name);
        Objects.requireNonNull(location);
        Objects.requireNonNull(form);
        Objects.requireNonNull(rows);
        keep = List.copyOf(keep);
        fake = List.copyOf(fake);
    }

    /** How the entry is written. */
    public enum Form {
        /** The list of the columns to keep alone. */
        SHORT,
        /** An object. */
        LONG
    }

    /** The {@code rows} of a table: what the copy holds of it. */
    public enum Rows {
        ALL,
        /** Structure only. */
        NONE
    }

    /** A column whose real values are allowed. */
    public record Kept(String column, Location location) {}

    /** A column whose fake is chosen by the list. */
    public record Faked(String column, Location location, FakeSpec spec, Location specLocation) {}
}
