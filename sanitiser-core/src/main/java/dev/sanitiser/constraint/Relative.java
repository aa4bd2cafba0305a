package dev.sanitiser.constraint;

/**
 * A comparison with an expression over other columns.
 *
 * @param operator {@code =}, {@code <>}, {@code <}, {@code <=}, {@code >} or {@code >=}; the column stands on its left
 * @param expression as PostgreSQL deparsed it
 */
public record Relative(String operator, String expression) {}
