package dev.sanitiser.draft;

import dev.sanitiser.draft.TopicRule.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rules about names of people from their resource, whose beginning describes its format. */
final class PersonalRulesReader {

    private PersonalRulesReader() {}

    static PersonalRules read(String resource) {
        Sections sections = Sections.of(resource);
        Map<String, String> meanings = new HashMap<>();
        for (String line : sections.lines("meanings")) {
            words(right(line)).forEach(generator -> meanings.put(generator, left(line)));
        }
        List<TopicRule> sensitive = rules(sections.lines("sensitive"));
        List<TopicRule> identifiers = rules(sections.lines("identifiers"));
        List<TopicRule> personal = rules(sections.lines("personal"));
        Set<String> people = new HashSet<>();
        sections.lines("people").forEach(line -> people.addAll(words(line)));
        Set<String> vocabulary = new HashSet<>(people);
        Stream.of(sensitive, identifiers, personal)
                .flatMap(List::stream)
                .flatMap(rule -> rule.words().stream())
                .filter(word -> !word.contains("*"))
                .forEach(vocabulary::add);
        return new PersonalRules(people, sensitive, identifiers, personal, meanings, vocabulary);
    }

    static List<TopicRule> rules(List<String> lines) {
        List<TopicRule> rules = new ArrayList<>();
        for (String line : lines) {
            for (String phrase : right(line).split("\\|", -1)) {
                rules.add(rule(left(line), words(phrase)));
            }
        }
        return rules;
    }

    private static TopicRule rule(String topic, List<String> signsAndWords) {
        List<String> words = new ArrayList<>(signsAndWords);
        boolean whole = words.remove("=");
        boolean end = words.remove("$");
        boolean needsPerson = words.remove("@");
        return new TopicRule(topic, words, whole ? Place.WHOLE : end ? Place.END : Place.ANYWHERE, needsPerson);
    }

    private static String left(String line) {
        return line.substring(0, line.indexOf(" : ")).strip();
    }

    private static String right(String line) {
        return line.substring(line.indexOf(" : ") + 3);
    }

    static List<String> words(String text) {
        return Arrays.asList(text.strip().split("\\s+", -1));
    }
}
