/** What an application's own tests need to keep its allow list true. */
@NullMarked
package dev.sanitiser.testkit;

import org.jspecify.annotations.NullMarked;
