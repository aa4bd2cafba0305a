/** Knows how time, memory and heap of processes are measured: by what Linux and the JVM write down about them. */
@NullMarked
package dev.sanitiser.bench.measure;

import org.jspecify.annotations.NullMarked;
