/** Decides which entries of pg_dump's structure may travel. */
@NullMarked
package dev.sanitiser.structure;

import org.jspecify.annotations.NullMarked;
