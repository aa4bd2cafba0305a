package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;

/**
 * What a column asks of its fake.
 *
 * @param type the column's type; every value must fit it
 * @param unique whether different ordinals must give different values, also under case-insensitive comparison
 * @param seed makes the sequences of different columns independent of each other; a function of names, never of values
 */
public record FakeRequest(ColumnType type, boolean unique, long seed) {}
