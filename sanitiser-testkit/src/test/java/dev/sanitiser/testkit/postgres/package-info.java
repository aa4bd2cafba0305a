/** Servers and databases, with servers of every kind that can be had. */
@NullMarked
package dev.sanitiser.testkit.postgres;

import org.jspecify.annotations.NullMarked;
