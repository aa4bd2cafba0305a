package dev.sanitiser.catalog;

/**
 * A type as a column, a domain or a composite field uses it.
 *
 * @param typeModifier {@code atttypmod} or {@code typtypmod}: length, precision and the like in the type's own coding;
 *     -1 where there is none. For an array it is the elements' modifier.
 * @param dimensions {@code attndims}: how many array dimensions were declared; 0 for everything but arrays
 * @param formatted PostgreSQL's own spelling ({@code format_type}), for messages only
 */
public record ColumnType(DataType type, int typeModifier, int dimensions, String formatted) {}
