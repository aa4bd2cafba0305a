package dev.sanitiser.structure;

/**
 * A lexical element of SQL.
 *
 * @param text what the element stands for: quotes are taken off and escapes are resolved
 * @param start where it begins in the SQL
 * @param end the position after it
 */
record SqlToken(Kind kind, String text, int start, int end) {

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        DOLLAR_STRING,
        NUMBER,
        COMMENT,
        SYMBOL
    }
}
