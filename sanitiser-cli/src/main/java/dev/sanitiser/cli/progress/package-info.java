/** Shows how a dump goes on: on a terminal, as plain lines, or as JSON for collectors. */
@NullMarked
package dev.sanitiser.cli.progress;

import org.jspecify.annotations.NullMarked;
