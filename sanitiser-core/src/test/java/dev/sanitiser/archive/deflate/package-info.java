@NullMarked
package dev.sanitiser.archive.deflate;

import org.jspecify.annotations.NullMarked;
