/** The extension, by test classes that are run in a JUnit of their own. */
@NullMarked
package dev.sanitiser.testkit.junit;

import org.jspecify.annotations.NullMarked;
