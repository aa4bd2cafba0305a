/** The published artifacts, as other projects use them. */
@NullMarked
package dev.sanitiser.testkit.embedding;

import org.jspecify.annotations.NullMarked;
