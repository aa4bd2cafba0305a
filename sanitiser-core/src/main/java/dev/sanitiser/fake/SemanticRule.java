package dev.sanitiser.fake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What columns whose names end in some words hold.
 *
 * @param whole whether the words must be the whole name
 * @param subjects the words of which one must stand before, or be the table's; empty where anything may
 */
record SemanticRule(List<String> words, boolean whole, Set<String> subjects, List<NamedSpec> specs) {

    SemanticRule {
        words = List.copyOf(words);
        subjects = Set.copyOf(subjects);
        specs = List.copyOf(specs);
    }

    /** @param table the words of the table's name */
    boolean holds(List<String> name, List<String> table) {
        int before = name.size() - words.size();
        if (before < 0 || !name.subList(before, name.size()).equals(words)) {
            return false;
        }
        return whole ? before == 0 : subjects.isEmpty() || isAbout(name.subList(0, before), table);
    }

    private boolean isAbout(List<String> wordsBefore, List<String> table) {
        return lastKnown(wordsBefore.isEmpty() ? table : wordsBefore).isPresent();
    }

    private Optional<String> lastKnown(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(NameWords.singular(words.get(words.size() - 1))).filter(subjects::contains);
    }

    boolean isIn(List<String> text) {
        for (int i = 0; i + words.size() <= text.size(); i++) {
            if (text.subList(i, i + words.size()).equals(words)) {
                return true;
            }
        }
        return false;
    }

    /** More words say more, and words that need a subject more than those that do not. */
    int weight() {
        return 2 * words.size() + (subjects.isEmpty() && !whole ? 0 : 1);
    }
}
