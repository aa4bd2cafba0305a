package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts names into lower-case words: at underscores, at capitals in camel case, and where two known words meet. */
public final class NameWords {

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CAMEL_CASE =
            Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern DIGITS_AROUND = Pattern.compile("^\\p{N}+|\\p{N}+$");
    private static final int SHORTEST_HALF = 4;

    private NameWords() {}

    /** @param known words that are not cut any further; others lose the digits around them */
    public static List<String> of(String name, Set<String> known) {
        List<String> words = new ArrayList<>();
        SEPARATOR
                .splitAsStream(name)
                .flatMap(CAMEL_CASE::splitAsStream)
                .forEach(word -> words.addAll(halves(withoutDigits(word.toLowerCase(Locale.ROOT), known), known)));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static String withoutDigits(String word, Set<String> known) {
        return known.contains(word) ? word : DIGITS_AROUND.matcher(word).replaceAll("");
    }

    private static List<String> halves(String word, Set<String> known) {
        for (int i = SHORTEST_HALF; !known.contains(word) && i <= word.length() - SHORTEST_HALF; i++) {
            List<String> halves = List.of(word.substring(0, i), word.substring(i));
            if (known.containsAll(halves)) {
                return halves;
            }
        }
        return List.of(word);
    }

    /** An English word without its plural's ending. */
    public static String singular(String word) {
        if (word.equals("people")) {
            return "person";
        }
        for (String[] ending : new String[][] {{"ies", "y"}, {"sses", "ss"}, {"xes", "x"}, {"ches", "ch"}}) {
            if (word.endsWith(ending[0])) {
                return word.substring(0, word.length() - ending[0].length()) + ending[1];
            }
        }
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
