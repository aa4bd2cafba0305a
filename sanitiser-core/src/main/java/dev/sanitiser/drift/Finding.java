package dev.sanitiser.drift;

import dev.sanitiser.allowlist.Location;
import dev.sanitiser.catalog.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing in which an allow list and a schema do not agree.
 *
 * @param location in the list, of what is wrong there or of the entry that is not complete; empty where no place of it
 *     is to blame
 * @param table that the list names, or that it does not name
 * @param column or path into a column's documents, as the list or the table spells it
 * @param message what was found, without a full stop where it is no whole sentence; never a cell value
 * @param nearest the name that was most likely meant, or that something was most likely renamed to or from: of the
 *     schema for what is listed and does not exist, of the list for what exists and is not listed
 * @param remedy what to write; empty where the message says all there is to say
 * @param mending what {@link AllowListUpdate} does about it
 */
public record Finding(
        FindingKind kind,
        Severity severity,
        Optional<Location> location,
        Optional<QualifiedName> table,
        Optional<String> column,
        String message,
        Optional<String> nearest,
        Optional<Remedy> remedy,
        Mending mending) {

    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(message);
        Objects.requireNonNull(mending);
    }

    /** What a program can do about a finding without deciding which real values may travel. */
    public enum Mending {
        /** Nothing: somebody has to decide. */
        NONE,
        /** Remove what stands at its location. */
        REMOVE,
        /** Add the column under {@code fake}, or the table as the copy has it now; only where it is an error. */
        ADD
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
