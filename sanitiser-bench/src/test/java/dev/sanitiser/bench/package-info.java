@NullMarked
package dev.sanitiser.bench;

import org.jspecify.annotations.NullMarked;
