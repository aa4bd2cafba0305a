/** A JUnit 5 extension that gives tests a migrated database, its plan, a dump and the restored copy. */
@NullMarked
package dev.sanitiser.testkit.junit;

import org.jspecify.annotations.NullMarked;
