package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rules about names from their resource, whose beginning describes its format. */
final class SemanticRulesReader {

    private final Map<String, List<String>> sections = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();

    private SemanticRulesReader() {}

    static SemanticRules read(String resource) {
        SemanticRulesReader reader = new SemanticRulesReader();
        reader.cut(ResourceLines.of(resource));
        return reader.rules();
    }

    /** Indented lines go on with the line before. */
    private void cut(List<String> lines) {
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else if (line.startsWith(" ")) {
                section.set(section.size() - 1, section.get(section.size() - 1) + " " + line.strip());
            } else {
                section.add(line);
            }
        }
    }

    private SemanticRules rules() {
        Map<String, List<String>> synonyms = new HashMap<>();
        for (String line : section("synonyms")) {
            words(left(line)).forEach(word -> synonyms.put(word, words(right(line))));
        }
        section("groups").forEach(line -> groups.put(left(line), Set.copyOf(words(right(line)))));
        List<SemanticRule> rules = new ArrayList<>();
        for (String line : section("rules")) {
            for (String name : left(line).split("\\|", -1)) {
                rules.add(rule(name.strip(), right(line)));
            }
        }
        Set<String> subjects = new HashSet<>();
        groups.values().forEach(subjects::addAll);
        return new SemanticRules(
                rules,
                synonyms,
                allWords("qualifiers"),
                allWords("comments"),
                SemanticRules.vocabulary(rules, synonyms, subjects));
    }

    private SemanticRule rule(String name, String generators) {
        int at = name.indexOf('@');
        Set<String> subjects = at < 0 ? Set.of() : group(name.substring(at + 1).strip());
        String words = at < 0 ? name : name.substring(0, at);
        boolean whole = words.startsWith("=");
        List<NamedSpec> specs = new ArrayList<>();
        for (String generator : generators.split(",", -1)) {
            specs.add(spec(words(generator)));
        }
        return new SemanticRule(words(whole ? words.substring(1) : words), whole, subjects, specs);
    }

    private Set<String> group(String name) {
        Set<String> group = groups.get(name);
        if (group == null) {
            throw new IllegalStateException("no group " + name);
        }
        return group;
    }

    private static NamedSpec spec(List<String> words) {
        Map<String, Object> parameters = new HashMap<>();
        for (String word : words.subList(1, words.size())) {
            int sign = word.indexOf('=');
            parameters.put(word.substring(0, sign), new BigDecimal(word.substring(sign + 1)));
        }
        return new NamedSpec(words.get(0), parameters);
    }

    private Set<String> allWords(String section) {
        Set<String> words = new HashSet<>();
        section(section).forEach(line -> words.addAll(words(line)));
        return words;
    }

    private List<String> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    private static String left(String line) {
        return line.substring(0, line.indexOf(" : ")).strip();
    }

    private static String right(String line) {
        return line.substring(line.indexOf(" : ") + 3);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
