@NullMarked
package dev.sanitiser.bench.server;

import org.jspecify.annotations.NullMarked;
