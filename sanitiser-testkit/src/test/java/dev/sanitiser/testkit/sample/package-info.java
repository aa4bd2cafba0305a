/** An application as a user of the test kit has it: migrations, an allow list, and two tests that keep it true. */
@NullMarked
package dev.sanitiser.testkit.sample;

import org.jspecify.annotations.NullMarked;
