/** Knows why a run ended without a dump: one exception type, whose kind tells who can mend it. */
@NullMarked
package dev.sanitiser.failure;

import org.jspecify.annotations.NullMarked;
