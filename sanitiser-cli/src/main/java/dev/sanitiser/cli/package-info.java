/** The command line: options, exit codes, signals; it turns words into calls of core and holds no SQL. */
@NullMarked
package dev.sanitiser.cli;

import org.jspecify.annotations.NullMarked;
