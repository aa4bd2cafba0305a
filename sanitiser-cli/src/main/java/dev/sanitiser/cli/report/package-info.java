/** Prints plans and reports, for people and for machines. */
@NullMarked
package dev.sanitiser.cli.report;

import org.jspecify.annotations.NullMarked;
