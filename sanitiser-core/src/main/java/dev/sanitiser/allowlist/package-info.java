/** Reads the allow list: which columns keep their real values. */
@NullMarked
package dev.sanitiser.allowlist;

import org.jspecify.annotations.NullMarked;
