package dev.sanitiser.structure;

/** What a backslash means within quotes. */
enum Escapes {
    /** Nothing but itself. */
    NONE {
        @Override
        int resolve(String sql, int at, StringBuilder into) {
            into.append('\\');
            return at + 1;
        }
    },

    /** {@code E'…'}: {@code \n}, octal, {@code \xh}, {@code \}{@code uxxxx} and {@code \Uxxxxxxxx}. */
    C_STYLE {
        @Override
        int resolve(String sql, int at, StringBuilder into) {
            if (at + 1 >= sql.length()) {
                return at + 1;
            }
            char c = sql.charAt(at + 1);
            return switch (c) {
                case 'x' -> number(sql, at + 2, 2, 16, "x", into);
                case 'u' -> number(sql, at + 2, 4, 16, "u", into);
                case 'U' -> number(sql, at + 2, 8, 16, "U", into);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> number(sql, at + 1, 3, 8, "", into);
                default -> {
                    int control = "bfnrt".indexOf(c);
                    into.append(control < 0 ? c : "\b\f\n\r\t".charAt(control));
                    yield at + 2;
                }
            };
        }
    },

    /** {@code U&'…'}: {@code \xxxx} and {@code \+xxxxxx}; {@code UESCAPE} is not followed. */
    UNICODE {
        @Override
        int resolve(String sql, int at, StringBuilder into) {
            if (sql.startsWith("\\\\", at)) {
                into.append('\\');
                return at + 2;
            }
            return sql.startsWith("\\+", at)
                    ? number(sql, at + 2, 6, 16, "+", into)
                    : number(sql, at + 1, 4, 16, "\\", into);
        }
    };

    /**
     * @param at position of the backslash
     * @return position after the escape
     */
    abstract int resolve(String sql, int at, StringBuilder into);

    /** @param otherwise what to take literally if no digit follows */
    private static int number(String sql, int from, int maxDigits, int radix, String otherwise, StringBuilder into) {
        int end = from;
        int value = 0;
        while (end < sql.length() && end - from < maxDigits && Character.digit(sql.charAt(end), radix) >= 0) {
            value = value * radix + Character.digit(sql.charAt(end), radix);
            end++;
        }
        if (end == from) {
            into.append(otherwise);
        } else {
            into.appendCodePoint(Character.isValidCodePoint(value) ? value : '?');
        }
        return end;
    }
}
