/** What an application adds to the library: shown in the documentation, compiled and run here. */
@NullMarked
package dev.sanitiser.example;

import org.jspecify.annotations.NullMarked;
