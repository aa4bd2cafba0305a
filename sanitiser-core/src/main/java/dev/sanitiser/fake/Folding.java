package dev.sanitiser.fake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is left of a string where case, accents, punctuation and blanks do not count. */
final class Folding {

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    static String of(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return NO_LETTER_OR_DIGIT
                .matcher(decomposed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
