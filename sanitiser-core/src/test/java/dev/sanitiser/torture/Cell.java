package dev.sanitiser.torture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One value of a row.
 *
 * @param text as a literal has it; empty for NULL
 * @param marks parts of it that no other value holds, unless it was copied from here
 */
record Cell(Optional<String> text, List<String> marks) {

    static final Cell NULL = new Cell(Optional.empty(), List.of());

    Cell {
        marks = List.copyOf(marks);
    }

    static Cell of(Object text, String... marks) {
        return new Cell(Optional.of(text.toString()), Arrays.asList(marks));
    }

    /** A text that is a mark as a whole. */
    static Cell marked(String text) {
        return of(text, text);
    }

    boolean isNull() {
        return text.isEmpty();
    }

    String literal() {
        return text.map(Sql::literal).orElse("NULL");
    }
}
