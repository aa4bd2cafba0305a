/**
 * Knows the structure of one database, as read from {@code pg_catalog}: immutable records, no rows and no JDBC types.
 */
@NullMarked
package dev.sanitiser.catalog;

import org.jspecify.annotations.NullMarked;
