package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;

/**
 * What a column asks of its fake.
 *
 * @param type the column's type; every value must fit it
 * @param unique whether different ordinals must give different values, also under case-insensitive comparison
 * @param seed makes the sequences of different columns independent of each other; a function of names, never of values
 * @param rowSeed the same for all columns of a table: what describes the person or the place that a row is about draws
 *     from it, so that the columns agree; a function of names, never of values
 */
public record FakeRequest(ColumnType type, boolean unique, long seed, long rowSeed) {
    /** The same for a column of another type. */
    public FakeRequest withType(ColumnType other) {
        return new FakeRequest(other, unique, seed, rowSeed);
    }
}
