/** Says what is read out of constraints. */
@NullMarked
package dev.sanitiser.constraint;

import org.jspecify.annotations.NullMarked;
