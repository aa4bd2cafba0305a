/** Makes the values of faked columns: for each type an SQL expression over the ordinal, never over a real value. */
@NullMarked
package dev.sanitiser.fake;

import org.jspecify.annotations.NullMarked;
