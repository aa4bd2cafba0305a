package dev.sanitiser.draft;

import dev.sanitiser.fake.NameWords;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Some words that speak of a topic.
 *
 * @param words of a phrase; a star at the beginning or end of one stands for the rest of it
 * @param needsPerson whether the word before the phrase, or the table's where there is none, must name people
 */
record TopicRule(String topic, List<String> words, Place place, boolean needsPerson) {

    TopicRule {
        words = List.copyOf(words);
    }

    /** Where in a name the phrase must stand. */
    enum Place {
        ANYWHERE,
        END,
        WHOLE
    }

    boolean holds(List<String> name, List<String> table, Set<String> people) {
        return starts(name).anyMatch(at -> fits(at, name.size()) && isAboutPerson(name.subList(0, at), table, people));
    }

    boolean isIn(List<String> text) {
        return place == Place.ANYWHERE && !needsPerson && starts(text).findAny().isPresent();
    }

    private boolean fits(int at, int length) {
        boolean atEnd = at + words.size() == length;
        return switch (place) {
            case ANYWHERE -> true;
            case END -> atEnd;
            case WHOLE -> atEnd && at == 0;
        };
    }

    private boolean isAboutPerson(List<String> before, List<String> table, Set<String> people) {
        if (!needsPerson) {
            return true;
        }
        return (before.isEmpty() ? table : before)
                .stream().anyMatch(word -> people.contains(word) || people.contains(NameWords.singular(word)));
    }

    private IntStream starts(List<String> name) {
        return IntStream.rangeClosed(0, name.size() - words.size())
                .filter(at -> IntStream.range(0, words.size()).allMatch(i -> matches(words.get(i), name.get(at + i))));
    }

    private static boolean matches(String pattern, String word) {
        if (pattern.endsWith("*")) {
            return word.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.startsWith("*") ? word.endsWith(pattern.substring(1)) : word.equals(pattern);
    }
}
