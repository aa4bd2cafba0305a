package dev.sanitiser.drift;

import java.util.Comparator;
import java.util.List;

/**
 * Replaces one part of a text.
 *
 * @param start offset of the first character that goes
 * @param end offset behind the last; the same as {@code start} where nothing goes
 */
record TextEdit(int start, int end, String replacement) {

    private static final Comparator<TextEdit> ORDER =
            Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end);

    static TextEdit insert(int offset, String text) {
        return new TextEdit(offset, offset, text);
    }

    /** @param edits of which none overlaps another; of those at one place the earlier come first */
    static String apply(String text, List<TextEdit> edits) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (TextEdit edit : edits.stream().sorted(ORDER).toList()) {
            result.append(text, copied, edit.start()).append(edit.replacement());
            copied = edit.end();
        }
        return result.append(text, copied, text.length()).toString();
    }
}
