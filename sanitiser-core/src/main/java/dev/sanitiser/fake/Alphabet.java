package dev.sanitiser.fake;

import java.util.TreeSet;
import java.util.function.IntPredicate;

/** The characters that a bracket expression or an escape of a regular expression allows, as far as fakes use them. */
final class Alphabet {

    private static final int FIRST_PRINTABLE = ' ';
    private static final int LAST_PRINTABLE = '~';
    private static final int MOST_OF_A_RANGE = 256;

    private final TreeSet<Integer> characters = new TreeSet<>();

    static Alphabet printable(IntPredicate allowed) {
        Alphabet alphabet = new Alphabet();
        for (int c = FIRST_PRINTABLE; c <= LAST_PRINTABLE; c++) {
            if (allowed.test(c)) {
                alphabet.characters.add(c);
            }
        }
        return alphabet;
    }

    Alphabet add(int character) {
        characters.add(character);
        return this;
    }

    /** Of a long range its first characters only. */
    void addRange(int first, int last) {
        for (int c = first; c <= Math.min(last, first + MOST_OF_A_RANGE); c++) {
            characters.add(c);
        }
    }

    void addAll(Alphabet others) {
        characters.addAll(others.characters);
    }

    Alphabet inverted() {
        return printable(c -> !characters.contains(c));
    }

    /** Letters and digits if there are any, and small ones of letters in both cases: what people type. */
    String usual() {
        String all = text(c -> true);
        String plain = text(Alphabet::isLetterOrDigit);
        if (plain.isEmpty()) {
            return all;
        }
        return plain.chars().anyMatch(Alphabet::isSmall) ? text(c -> isLetterOrDigit(c) && !isCapital(c)) : plain;
    }

    private String text(IntPredicate wanted) {
        return characters.stream()
                .mapToInt(Integer::intValue)
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean isLetterOrDigit(int c) {
        return isSmall(c) || isCapital(c) || isDigit(c);
    }

    static boolean isSmall(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
