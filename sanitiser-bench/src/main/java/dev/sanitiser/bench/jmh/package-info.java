/** The inner loops by themselves, for JMH. */
@NullMarked
package dev.sanitiser.bench.jmh;

import org.jspecify.annotations.NullMarked;
