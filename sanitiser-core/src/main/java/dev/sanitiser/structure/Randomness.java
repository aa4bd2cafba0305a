package dev.sanitiser.structure;

import java.util.regex.Pattern;

/**
 * Tells keys from identifiers, paths and alphabets.
 *
 * <p>Both are long; but only in a key do letters, digits and cases alternate all the time. Of 36 or more random
 * characters of base 64, base 36 or hexadecimal digits, more than nine in ten are recognised.
 */
final class Randomness {

    private static final Pattern SEPARATOR = Pattern.compile("[+/_=-]+");
    // Longer than any part of a UUID.
    private static final int LONG_PART = 13;
    private static final int FEWEST_DIGITS = 2;
    private static final double FEWEST_BITS_PER_CHARACTER = 3;
    private static final double ALTERNATION_OF_ONE_CASE = 0.25;
    private static final double ALTERNATION_OF_TWO_CASES = 0.3;

    private Randomness() {}

    static boolean looksRandom(String text) {
        return entropy(text) >= FEWEST_BITS_PER_CHARACTER
                && SEPARATOR.splitAsStream(text).anyMatch(part -> part.length() >= LONG_PART && alternates(part));
    }

    private static boolean alternates(String part) {
        boolean twoCases =
                part.chars().anyMatch(Character::isUpperCase) && part.chars().anyMatch(Character::isLowerCase);
        boolean letters = part.chars().anyMatch(Character::isLetter);
        long digits = part.chars().filter(Character::isDigit).count();
        double needed = twoCases ? ALTERNATION_OF_TWO_CASES : ALTERNATION_OF_ONE_CASE;
        return letters && digits >= FEWEST_DIGITS && alternations(part) >= needed * (part.length() - 1);
    }

    private static int alternations(String part) {
        int count = 0;
        for (int i = 1; i < part.length(); i++) {
            if (alternates(part.charAt(i - 1), part.charAt(i))) {
                count++;
            }
        }
        return count;
    }

    /** Not from a capital to a small letter: so begins a word. */
    private static boolean alternates(char first, char second) {
        return Character.getType(first) != Character.getType(second)
                && !(Character.isUpperCase(first) && Character.isLowerCase(second));
    }

    /** Shannon's, in bits per character. */
    private static double entropy(String text) {
        int[] counts = new int[128];
        text.chars().forEach(c -> counts[c]++);
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
