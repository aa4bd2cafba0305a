/** Says what a plan makes of an allow list and a catalog. */
@NullMarked
package dev.sanitiser.drift;

import org.jspecify.annotations.NullMarked;
