/** Random databases with random allow lists: each is refused for a reason, or its copy restores and leaks nothing. */
@NullMarked
package dev.sanitiser.torture;

import org.jspecify.annotations.NullMarked;
