/** Reads, writes and checks pg_dump archives in custom and directory format. */
@NullMarked
package dev.sanitiser.archive;

import org.jspecify.annotations.NullMarked;
