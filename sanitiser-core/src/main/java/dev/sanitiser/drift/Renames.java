package dev.sanitiser.drift;

import dev.sanitiser.allowlist.NearestName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses which new names are old ones in another spelling. */
final class Renames {

    private Renames() {}

    /**
     * Pairs the columns that a list names and a table does not have with those that it has and the list does not name.
     *
     * @return new names by the old ones; each new name once
     */
    static Map<String, String> ofColumns(List<String> gone, List<String> unlisted) {
        Map<String, String> renamed = new LinkedHashMap<>();
        Set<String> free = new LinkedHashSet<>(unlisted);
        for (String name : gone) {
            likeliest(name, free).ifPresent(found -> {
                renamed.put(name, found);
                free.remove(found);
            });
        }
        boolean onlyOneOnEachSide = gone.size() == 1 && unlisted.size() == 1;
        if (renamed.isEmpty() && onlyOneOnEachSide) {
            renamed.put(gone.get(0), unlisted.get(0));
        }
        return renamed;
    }

    private static Optional<String> likeliest(String name, Set<String> candidates) {
        return NearestName.of(name, candidates)
                .or(() -> candidates.stream()
                        .filter(c -> sharesItsWords(name, c))
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
    }

    /** Whether all words of one name stand in the other: {@code email} and {@code email_address}. */
    static boolean sharesItsWords(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        return words.containsAll(others) || others.containsAll(words);
    }

    private static Set<String> words(String name) {
        String separated = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>(Arrays.asList(separated.split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words.isEmpty() ? Set.of(name) : words;
    }
}
