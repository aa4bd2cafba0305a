/** Knows how to reach a PostgreSQL server: settings, sessions, errors without values, child processes. */
@NullMarked
package dev.sanitiser.postgres;

import org.jspecify.annotations.NullMarked;
