/** Knows the order of a benchmark: build a database, dump it in turn by each variant, restore, report. */
@NullMarked
package dev.sanitiser.bench;

import org.jspecify.annotations.NullMarked;
