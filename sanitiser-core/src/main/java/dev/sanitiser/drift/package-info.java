/** Knows whether an allow list and a schema still agree, what to write where they do not, and writes it. */
@NullMarked
package dev.sanitiser.drift;

import org.jspecify.annotations.NullMarked;
