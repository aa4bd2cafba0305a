@NullMarked
package dev.sanitiser.bench.measure;

import org.jspecify.annotations.NullMarked;
