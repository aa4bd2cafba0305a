package dev.sanitiser.testkit;

import java.util.Optional;

/** The text format of COPY: PostgreSQL manual, COPY, File Formats. */
final class CopyText {

    private static final String NULL = "\\N";

    private CopyText() {}

    /** @param field as it stands between two tabs; empty for NULL */
    static Optional<String> value(String field) {
        if (field.equals(NULL)) {
            return Optional.empty();
        }
        return Optional.of(field.indexOf('\\') < 0 ? field : unescaped(field));
    }

    private static String unescaped(String field) {
        StringBuilder value = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                i++;
                value.append(control(field.charAt(i)));
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static char control(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000B';
            default -> letter;
        };
    }
}
