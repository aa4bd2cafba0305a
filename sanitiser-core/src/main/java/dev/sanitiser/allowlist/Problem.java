package dev.sanitiser.allowlist;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that is wrong with an allow list.
 *
 * @param location empty where no single place of the file is to blame
 * @param message what was expected, what was found and what to do; never a cell value
 */
public record Problem(Optional<Location> location, String message) {
    public Problem {
        Objects.requireNonNull(location);
        Objects.requireNonNull(message);
    }
}
