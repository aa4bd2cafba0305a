/** Reads what a constraint asks of a column out of its expression: literals, bounds, lengths, patterns, comparisons. */
@NullMarked
package dev.sanitiser.constraint;

import org.jspecify.annotations.NullMarked;
