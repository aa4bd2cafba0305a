/**
 * Knows how to show the whole job on one machine: a server of its own, invented data, a dump, a restore, a comparison.
 */
@NullMarked
package dev.sanitiser.cli.demo;

import org.jspecify.annotations.NullMarked;
