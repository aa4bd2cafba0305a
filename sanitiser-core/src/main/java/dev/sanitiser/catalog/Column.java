package dev.sanitiser.catalog;

import java.util.Optional;

/**
 * A column of a table; dropped and system columns are not in the catalog.
 *
 * @param number {@code attnum}, at least 1, with gaps where columns were dropped
 * @param notNull by the column itself; a domain may forbid NULL as well
 * @param defaultExpression the default; for a generated column its generation expression
 * @param collation present where it differs from the type's own; for a domain, from the database's default
 */
public record Column(
        int number,
        String name,
        ColumnType type,
        boolean notNull,
        Generation generation,
        Identity identity,
        Optional<String> defaultExpression,
        Optional<Collation> collation,
        Optional<String> comment) {

    /** Whether rows bring a value for this column; PostgreSQL computes all others. */
    public boolean isStoredFromRows() {
        return generation == Generation.NONE;
    }

    /** {@code attgenerated}. */
    public enum Generation {
        NONE,
        STORED,
        VIRTUAL
    }

    /** {@code attidentity}. */
    public enum Identity {
        NONE,
        ALWAYS,
        BY_DEFAULT
    }

    /** A collation; a nondeterministic one calls strings equal that differ in their bytes. */
    public record Collation(QualifiedName name, boolean deterministic) {}
}
