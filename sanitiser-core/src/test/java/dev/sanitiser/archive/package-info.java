/** Proves the archive format with stock PostgreSQL programs, damaged bytes and hostile input. */
@NullMarked
package dev.sanitiser.archive;

import org.jspecify.annotations.NullMarked;
