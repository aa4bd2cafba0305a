/** Makes a finished archive visible under its final name, whole or not at all. */
@NullMarked
package dev.sanitiser.publish;

import org.jspecify.annotations.NullMarked;
