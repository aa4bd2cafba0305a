/** Says what an allow list may hold, and every message about one that cannot be read. */
@NullMarked
package dev.sanitiser.allowlist;

import org.jspecify.annotations.NullMarked;
