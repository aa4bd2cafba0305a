package dev.sanitiser.review;

/** Shows what the eye would miss: characters that hide, reverse a line or move a cursor become escapes. */
final class VisibleText {

    private VisibleText() {}

    /** {@code \n} and the like for line breaks and tabs, otherwise <code>&#92;u{202e}</code>. */
    static String of(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> append(visible, c));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int c) {
        switch (c) {
            case '\n' -> visible.append("\\n");
            case '\t' -> visible.append("\\t");
            default -> {
                if (isHidden(c)) {
                    visible.append("\\u{").append(Integer.toHexString(c)).append('}');
                } else {
                    visible.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
