/** Brings rows from the source into the archive, one snapshot for all. */
@NullMarked
package dev.sanitiser.copy;

import org.jspecify.annotations.NullMarked;
