/** The test kit as its users see it: what passes, and what the messages say when it does not. */
@NullMarked
package dev.sanitiser.testkit;

import org.jspecify.annotations.NullMarked;
