/** Knows what becomes of a run when somebody asks its process to end. */
@NullMarked
package dev.sanitiser.cli.signal;

import org.jspecify.annotations.NullMarked;
