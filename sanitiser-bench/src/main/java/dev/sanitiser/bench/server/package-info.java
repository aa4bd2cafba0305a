/** Knows the server that is benchmarked, and the databases built on it. */
@NullMarked
package dev.sanitiser.bench.server;

import org.jspecify.annotations.NullMarked;
