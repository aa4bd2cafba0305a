package dev.sanitiser.fake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes names as addresses and user names have them: in lower-case ASCII letters. */
final class Latin {

    private static final Pattern NO_SMALL_LETTER = Pattern.compile("[^a-z]+");
    private static final Map<Character, String> LETTERS = letters();

    private Latin() {}

    /** @return empty for scripts that are neither Latin nor Cyrillic */
    static String lettersOf(String text) {
        StringBuilder latin = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            latin.append(LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        String decomposed = Normalizer.normalize(latin, Normalizer.Form.NFKD);
        return NO_SMALL_LETTER.matcher(decomposed).replaceAll("");
    }

    private static Map<Character, String> letters() {
        Map<Character, String> letters = new HashMap<>();
        add(letters, "ß ss ä ae ö oe ü ue æ ae ø o å a œ oe đ d ð d þ th ł l ı i ħ h");
        add(letters, "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f");
        add(letters, "х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї i є ye ґ g ў u");
        return Map.copyOf(letters);
    }

    private static void add(Map<Character, String> letters, String pairs) {
        String[] all = pairs.split(" ", -1);
        for (int i = 0; i < all.length; i += 2) {
            letters.put(all[i].charAt(0), all[i + 1]);
        }
    }
}
