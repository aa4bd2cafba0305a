package dev.sanitiser.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds which of many values stand in a text, in one pass over it and whatever the case of their letters. */
final class Needles {

    /** Shorter values would be part of other words. */
    static final int SHORTEST_PART = 8;

    private final Set<String> whole = new HashSet<>();
    private final Map<String, List<String>> byPrefix = new HashMap<>();

    Needles(Collection<String> values) {
        for (String value : values) {
            String folded = fold(value);
            whole.add(folded);
            if (folded.length() >= SHORTEST_PART) {
                byPrefix.computeIfAbsent(folded.substring(0, SHORTEST_PART), p -> new ArrayList<>())
                        .add(folded);
            }
        }
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The values, folded, that a text is or, if they are long enough, holds. */
    Set<String> in(String text) {
        String folded = fold(text);
        Set<String> found = new HashSet<>();
        if (whole.contains(folded)) {
            found.add(folded);
        }
        for (int at = 0; at + SHORTEST_PART <= folded.length(); at++) {
            for (String value : byPrefix.getOrDefault(folded.substring(at, at + SHORTEST_PART), List.of())) {
                if (folded.startsWith(value, at)) {
                    found.add(value);
                }
            }
        }
        return found;
    }
}
