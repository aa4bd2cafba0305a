package dev.sanitiser.draft;

import dev.sanitiser.fake.Semantics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All rules about names that speak of people, in the order of their file.
 *
 * @param people words for people, singular
 * @param meanings topics by the name of a generator
 * @param vocabulary whole words that are not cut any further
 */
record PersonalRules(
        Set<String> people,
        List<TopicRule> sensitive,
        List<TopicRule> identifiers,
        List<TopicRule> personal,
        Map<String, String> meanings,
        Set<String> vocabulary) {

    private static final PersonalRules STANDARD = PersonalRulesReader.read("personal.txt");

    PersonalRules {
        people = Set.copyOf(people);
        sensitive = List.copyOf(sensitive);
        identifiers = List.copyOf(identifiers);
        personal = List.copyOf(personal);
        meanings = Map.copyOf(meanings);
        vocabulary = Set.copyOf(vocabulary);
    }

    static PersonalRules standard() {
        return STANDARD;
    }

    /** @return the topic of the first rule that holds */
    Optional<String> ofName(String column, String table, Breadth breadth) {
        List<String> name = words(column);
        List<String> tableWords = words(table);
        return rules(breadth)
                .filter(rule -> rule.holds(name, tableWords, people))
                .map(TopicRule::topic)
                .findFirst()
                .or(() -> breadth == Breadth.ALL ? topic(Semantics.meanings(column, table)) : Optional.empty());
    }

    /** Prose says more than it means, so only phrases that need no subject count, and only inside it. */
    Optional<String> ofComment(String comment, Breadth breadth) {
        List<String> text = words(comment);
        return rules(breadth)
                .filter(rule -> rule.isIn(text))
                .map(TopicRule::topic)
                .findFirst()
                .or(() -> breadth == Breadth.ALL ? topic(Semantics.meaningsOfComment(comment)) : Optional.empty());
    }

    private Stream<TopicRule> rules(Breadth breadth) {
        return switch (breadth) {
            case SENSITIVE -> sensitive.stream();
            case OWN_KEYS -> identifiers.stream();
            case KEYS -> Stream.concat(sensitive.stream(), identifiers.stream());
            case ALL -> Stream.of(sensitive, identifiers, personal).flatMap(List::stream);
        };
    }

    private Optional<String> topic(List<String> generators) {
        return generators.stream()
                .flatMap(g -> Optional.ofNullable(meanings.get(g)).stream())
                .findFirst();
    }

    List<String> words(String name) {
        return NameCut.words(name, vocabulary);
    }
}
