package dev.sanitiser.fake;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A language and region that fakes can look like.
 *
 * @param locale with a region only where it was asked for, or where the language's values are known for one only
 */
record FakeLocale(Locale locale) {

    /** British English, as allow lists have it that say nothing. */
    static final FakeLocale DEFAULT = new FakeLocale(Locale.UK);

    /** The languages that Datafaker has values for in one region only. */
    private static final Map<String, String> ONLY_REGION =
            Map.of("da", "DK", "el", "GR", "fi", "FI", "nb", "NO", "no", "NO", "ro", "MD", "zh", "CN", "ta", "IN");

    private static final Set<String> LANGUAGES = Set.of(
            "ar", "be", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "hy",
            "id", "it", "ja", "ka", "ko", "lv", "mk", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sq", "sv", "ta",
            "th", "tr", "uk", "uz", "vi", "zh");

    private static final Set<String> FAMILY_NAME_FIRST = Set.of("hu", "ja", "ko", "vi", "zh");
    private static final Set<String> NO_SPACES = Set.of("ja", "zh");

    /**
     * The nearest locale that there are values for: of a region without its own, the language's.
     *
     * @throws IllegalArgumentException for an unknown language; the message names all known ones
     */
    static FakeLocale of(Locale wanted) {
        if (!LANGUAGES.contains(wanted.getLanguage())) {
            throw new IllegalArgumentException("there are no fakes in the locale \"" + wanted.toLanguageTag()
                    + "\"; its language must be one of " + String.join(", ", new TreeSet<>(LANGUAGES)));
        }
        String region = wanted.getCountry().isEmpty()
                ? ONLY_REGION.getOrDefault(wanted.getLanguage(), "")
                : wanted.getCountry();
        return new FakeLocale(new Locale(wanted.getLanguage(), region));
    }

    String language() {
        return locale.getLanguage();
    }

    String region() {
        return locale.getCountry();
    }

    boolean isEnglish() {
        return language().equals("en");
    }

    /** In the order and with the blank that the language uses. */
    String fullName(String given, String family) {
        String blank = NO_SPACES.contains(language()) ? "" : " ";
        return FAMILY_NAME_FIRST.contains(language()) ? family + blank + given : given + blank + family;
    }
}
