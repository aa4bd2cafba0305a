package dev.sanitiser.testkit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was found where; it tells places and numbers, never a value. */
final class Finds {

    private final Map<String, Find> byPlace = new LinkedHashMap<>();

    void add(String place, Set<String> values) {
        if (!values.isEmpty()) {
            Find find = byPlace.computeIfAbsent(place, p -> new Find());
            find.values.addAll(values);
            find.times++;
        }
    }

    /** A line for each place. */
    List<String> lines() {
        return byPlace.entrySet().stream()
                .map(e -> "- " + e.getKey() + ": " + e.getValue())
                .toList();
    }

    /** What was found in one place. */
    private static final class Find {
        private final Set<String> values = new HashSet<>();
        private int times;

        @Override
        public String toString() {
            return (values.size() == 1 ? "1 value" : values.size() + " values")
                    + (times == 1 ? ", once" : ", " + times + " times");
        }
    }
}
