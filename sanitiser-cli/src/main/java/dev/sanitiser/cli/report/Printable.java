package dev.sanitiser.cli.report;

/** Makes names safe to print: what would move a cursor, colour a terminal or reverse a line is shown as an escape. */
public final class Printable {

    private Printable() {}

    /** One line, whatever stands in the name. */
    public static String of(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> append(text, c));
        return text.toString();
    }

    /** Several lines; only the line breaks pass as they are. */
    public static String lines(String message) {
        StringBuilder text = new StringBuilder();
        message.codePoints().forEach(c -> {
            if (c == '\n') {
                text.append('\n');
            } else {
                append(text, c);
            }
        });
        return text.toString();
    }

    private static void append(StringBuilder text, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> text.append(c == '\n' ? "\\n" : String.format("\\u{%x}", c));
            default -> text.appendCodePoint(c);
        }
    }
}
