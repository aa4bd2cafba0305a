/** Resolves allow list and catalog into a plan that is proven before a row is read. */
@NullMarked
package dev.sanitiser.plan;

import org.jspecify.annotations.NullMarked;
