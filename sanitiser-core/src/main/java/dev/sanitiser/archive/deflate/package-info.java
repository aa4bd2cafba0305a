/** Compresses bytes to deflate data (RFC 1951), faster than zlib does. */
@NullMarked
package dev.sanitiser.archive.deflate;

import org.jspecify.annotations.NullMarked;
