/** Databases for tests: one PostgreSQL server for a JVM, wherever it comes from, and a migrated database for each. */
@NullMarked
package dev.sanitiser.testkit.postgres;

import org.jspecify.annotations.NullMarked;
