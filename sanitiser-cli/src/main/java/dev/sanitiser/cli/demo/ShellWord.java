package dev.sanitiser.cli.demo;

import java.util.regex.Pattern;

/** Text as one word of a POSIX shell, for lines that a reader may paste. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=:,-]+");

    private ShellWord() {}

    static String quote(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
