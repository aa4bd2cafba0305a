package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules about names.
 *
 * @param rules in the order of the file
 * @param synonyms the words that each of these stands for
 * @param qualifiers words at the end of a name that say nothing about its values
 * @param commentWords single words that are enough in a comment
 */
record SemanticRules(
        List<SemanticRule> rules,
        Map<String, List<String>> synonyms,
        Set<String> qualifiers,
        Set<String> commentWords,
        Set<String> vocabulary) {

    private static final SemanticRules STANDARD = SemanticRulesReader.read("semantics.txt");

    SemanticRules {
        rules = List.copyOf(rules);
        synonyms = Map.copyOf(synonyms);
        qualifiers = Set.copyOf(qualifiers);
        commentWords = Set.copyOf(commentWords);
        vocabulary = Set.copyOf(vocabulary);
    }

    static SemanticRules standard() {
        return STANDARD;
    }

    /** What the best rule says; empty if there is none. */
    List<NamedSpec> ofName(String column, String table) {
        List<String> name = words(column);
        List<String> tableWords = words(table);
        List<NamedSpec> specs = best(rule -> rule.holds(name, tableWords));
        return specs.isEmpty() && isQualified(name) ? best(rule -> rule.holds(unqualified(name), tableWords)) : specs;
    }

    List<NamedSpec> ofComment(String comment) {
        List<String> text = words(comment);
        return best(rule -> saysEnough(rule) && rule.isIn(text));
    }

    private boolean saysEnough(SemanticRule rule) {
        boolean clear =
                rule.words().size() > 1 || commentWords.contains(rule.words().get(0));
        return clear && !rule.whole() && rule.subjects().isEmpty();
    }

    private List<NamedSpec> best(Predicate<SemanticRule> holds) {
        return rules.stream()
                .filter(holds)
                .max(Comparator.comparingInt(SemanticRule::weight))
                .map(SemanticRule::specs)
                .orElse(List.of());
    }

    private boolean isQualified(List<String> name) {
        return name.size() > 1 && qualifiers.contains(name.get(name.size() - 1));
    }

    private static List<String> unqualified(List<String> name) {
        return name.subList(0, name.size() - 1);
    }

    private List<String> words(String text) {
        return new ArrayList<>(NameWords.of(text, vocabulary).stream()
                .flatMap(word -> synonyms.getOrDefault(word, List.of(word)).stream())
                .toList());
    }

    /** All words that rules and synonyms know. */
    static Set<String> vocabulary(List<SemanticRule> rules, Map<String, List<String>> synonyms, Set<String> subjects) {
        return Stream.of(
                        rules.stream().flatMap(rule -> rule.words().stream()),
                        synonyms.keySet().stream(),
                        subjects.stream())
                .flatMap(words -> words)
                .collect(Collectors.toUnmodifiableSet());
    }
}
