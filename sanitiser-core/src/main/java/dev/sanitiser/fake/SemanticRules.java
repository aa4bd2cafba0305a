package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules about names. */
final class SemanticRules {

    private static final SemanticRules STANDARD = SemanticRulesReader.read("semantics.txt");

    private static final int REMEMBERED_NAMES = 1_024;

    private final List<SemanticRule> rules;
    private final Map<String, List<SemanticRule>> byLastWord;
    private final Map<String, List<String>> synonyms;
    private final Set<String> qualifiers;
    private final Set<String> commentWords;
    private final Set<String> vocabulary;
    private final Recent<String, List<String>> wordsOfNames = new Recent<>(REMEMBERED_NAMES);

    /**
     * @param rules in the order of the file
     * @param synonyms the words that each of these stands for
     * @param qualifiers words at the end of a name that say nothing about its values
     * @param commentWords single words that are enough in a comment
     */
    SemanticRules(
            List<SemanticRule> rules,
            Map<String, List<String>> synonyms,
            Set<String> qualifiers,
            Set<String> commentWords,
            Set<String> vocabulary) {
        this.rules = List.copyOf(rules);
        this.byLastWord = rules.stream().collect(Collectors.groupingBy(rule -> last(rule.words())));
        this.synonyms = Map.copyOf(synonyms);
        this.qualifiers = Set.copyOf(qualifiers);
        this.commentWords = Set.copyOf(commentWords);
        this.vocabulary = Set.copyOf(vocabulary);
    }

    static SemanticRules standard() {
        return STANDARD;
    }

    List<SemanticRule> rules() {
        return rules;
    }

    /** What the best rule says; empty if there is none. */
    List<NamedSpec> ofName(String column, String table) {
        List<String> name = wordsOfName(column);
        List<String> tableWords = wordsOfName(table);
        List<NamedSpec> specs = ofWords(name, tableWords);
        return specs.isEmpty() && isQualified(name) ? ofWords(unqualified(name), tableWords) : specs;
    }

    private List<NamedSpec> ofWords(List<String> name, List<String> table) {
        return name.isEmpty()
                ? List.of()
                : best(byLastWord.getOrDefault(last(name), List.of()), rule -> rule.holds(name, table));
    }

    List<NamedSpec> ofComment(String comment) {
        List<String> text = words(comment);
        return best(rules, rule -> saysEnough(rule) && rule.isIn(text));
    }

    private boolean saysEnough(SemanticRule rule) {
        boolean clear =
                rule.words().size() > 1 || commentWords.contains(rule.words().get(0));
        return clear && !rule.whole() && rule.subjects().isEmpty();
    }

    /** Of rules of equal weight, the first. */
    private static List<NamedSpec> best(List<SemanticRule> rules, Predicate<SemanticRule> holds) {
        return rules.stream()
                .filter(holds)
                .max(Comparator.comparingInt(SemanticRule::weight))
                .map(SemanticRule::specs)
                .orElse(List.of());
    }

    private boolean isQualified(List<String> name) {
        return name.size() > 1 && qualifiers.contains(last(name));
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private static List<String> unqualified(List<String> name) {
        return name.subList(0, name.size() - 1);
    }

    private List<String> wordsOfName(String name) {
        return wordsOfNames.get(name, () -> words(name));
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
