package dev.sanitiser.fake;

/** A regular expression that is being read, character by character. */
final class PatternText {

    static final int END = -1;

    private final int[] characters;
    private int position;

    PatternText(String text) {
        characters = text.codePoints().toArray();
    }

    /** {@return the next character, or {@link #END}} */
    int peek() {
        return at(position);
    }

    int peekBehind() {
        return at(position + 1);
    }

    private int at(int index) {
        return index < characters.length ? characters[index] : END;
    }

    int next() {
        if (position == characters.length) {
            throw new UnsupportedPatternException("it ends too early");
        }
        return characters[position++];
    }

    boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at(position + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean skip(String text) {
        boolean found = startsWith(text);
        if (found) {
            position += text.length();
        }
        return found;
    }

    /** Everything before an end mark, which is skipped as well. */
    String until(String end) {
        StringBuilder text = new StringBuilder();
        while (!skip(end)) {
            text.appendCodePoint(next());
        }
        return text.toString();
    }

    /** @return {@link #END} if there is no number */
    int number() {
        int number = END;
        while (Alphabet.isDigit(peek())) {
            number = Math.max(number, 0) * 10 + (next() - '0');
            if (number > LARGEST_BOUND) {
                throw unsupported("a repetition of more than " + LARGEST_BOUND + " times");
            }
        }
        return number;
    }

    /** {@code DUPMAX} of PostgreSQL. */
    private static final int LARGEST_BOUND = 255;

    int hexadecimal(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw unsupported("an escape without " + digits + " hexadecimal digits");
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value) || value == 0) {
            throw unsupported("a character that Unicode does not have");
        }
        return value;
    }

    UnsupportedPatternException unsupported(String what) {
        return new UnsupportedPatternException("it uses " + what);
    }
}
