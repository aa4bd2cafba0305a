package dev.sanitiser.drift;

import dev.sanitiser.allowlist.Location;
import java.util.List;
import java.util.Optional;

/**
 * Where a value stands in a JSON text.
 *
 * @param start offset of its first character
 * @param end offset behind its last
 * @param elements of an array or an object, in their order; none of any other value
 */
record JsonSpan(int start, int end, List<Element> elements) {
    JsonSpan {
        elements = List.copyOf(elements);
    }

    /**
     * An item of an array, or a member of an object.
     *
     * @param name of a member
     * @param location where it starts
     * @param start offset of its first character, a member's name included
     */
    record Element(Optional<String> name, Location location, int start, JsonSpan value) {
        int end() {
            return value.end();
        }
    }

    Optional<Element> element(String name) {
        return elements.stream().filter(e -> e.name().equals(Optional.of(name))).findFirst();
    }

    Optional<Element> element(Location location) {
        return elements.stream().filter(e -> e.location().equals(location)).findFirst();
    }
}
