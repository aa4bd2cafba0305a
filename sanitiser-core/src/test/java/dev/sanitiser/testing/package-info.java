/** A real PostgreSQL for tests: one server for each JVM, one fresh database for each test class. */
@NullMarked
package dev.sanitiser.testing;

import org.jspecify.annotations.NullMarked;
