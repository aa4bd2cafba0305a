/** Tests that every fake fits its type, on a real PostgreSQL. */
@NullMarked
package dev.sanitiser.fake;

import org.jspecify.annotations.NullMarked;
