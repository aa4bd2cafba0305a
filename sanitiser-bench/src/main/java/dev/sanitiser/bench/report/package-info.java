/** Knows what was measured and how it is shown: medians, ratios, what they must be. */
@NullMarked
package dev.sanitiser.bench.report;

import org.jspecify.annotations.NullMarked;
