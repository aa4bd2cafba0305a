/** Knows the ways of dumping a database that are compared. */
@NullMarked
package dev.sanitiser.bench.variant;

import org.jspecify.annotations.NullMarked;
