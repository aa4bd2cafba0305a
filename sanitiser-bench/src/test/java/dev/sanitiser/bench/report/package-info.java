@NullMarked
package dev.sanitiser.bench.report;

import org.jspecify.annotations.NullMarked;
