package dev.sanitiser.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds which of many values occur in a text, in one pass over it. */
public final class Occurrences {

    private static final int PREFIX = 8;

    private Occurrences() {}

    /** @param values of at least eight characters each */
    public static Set<String> of(Collection<String> values, String text) {
        Map<String, List<String>> byPrefix = new HashMap<>();
        values.forEach(v -> byPrefix.computeIfAbsent(v.substring(0, PREFIX), p -> new ArrayList<>())
                .add(v));
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + PREFIX <= text.length(); at++) {
            for (String value : byPrefix.getOrDefault(text.substring(at, at + PREFIX), List.of())) {
                if (text.startsWith(value, at)) {
                    found.add(value);
                }
            }
        }
        return found;
    }
}
