package dev.sanitiser.constraint;

/**
 * A bound that a constraint names.
 *
 * @param literal a number as written or a string's content
 * @param inclusive whether the bound itself is allowed
 */
public record Bound(String literal, boolean inclusive) {}
