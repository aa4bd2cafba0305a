package dev.sanitiser.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What names say about things and events; asked only where they say nothing about people. */
final class SafeNames {

    private static final List<TopicRule> NUMBERS;
    private static final List<TopicRule> EVENTS;
    private static final List<TopicRule> CODES;

    static {
        Sections sections = Sections.of("safe.txt");
        NUMBERS = PersonalRulesReader.rules(sections.lines("numbers"));
        EVENTS = PersonalRulesReader.rules(sections.lines("events"));
        CODES = PersonalRulesReader.rules(sections.lines("codes"));
    }

    private static final Set<String> VOCABULARY = vocabulary();

    private SafeNames() {}

    static Optional<String> number(String column) {
        return topic(NUMBERS, column);
    }

    static Optional<String> event(String column) {
        return topic(EVENTS, column);
    }

    static Optional<String> code(String column) {
        return topic(CODES, column);
    }

    private static Optional<String> topic(List<TopicRule> rules, String column) {
        List<String> name = NameCut.words(column, VOCABULARY);
        return rules.stream()
                .filter(rule -> rule.holds(name, List.of(), Set.of()))
                .map(TopicRule::topic)
                .findFirst();
    }

    private static Set<String> vocabulary() {
        Set<String> words = new HashSet<>(PersonalRules.standard().vocabulary());
        Stream.of(NUMBERS, EVENTS, CODES)
                .flatMap(List::stream)
                .flatMap(rule -> rule.words().stream())
                .filter(word -> !word.contains("*"))
                .forEach(words::add);
        return Set.copyOf(words);
    }
}
