/** Drafts an allow list: for every column a verdict with its reason, from names, types, keys and aggregates alone. */
@NullMarked
package dev.sanitiser.draft;

import org.jspecify.annotations.NullMarked;
