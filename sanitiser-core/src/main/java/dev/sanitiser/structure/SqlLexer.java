package dev.sanitiser.structure;

import dev.sanitiser.structure.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL into lexical elements as the PostgreSQL manual, section 4.1, describes them, with
 * {@code standard_conforming_strings} on. It never fails: an element that does not end reaches to the end of the text.
 */
final class SqlLexer {

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    static List<SqlToken> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.at < sql.length()) {
            lexer.step();
        }
        return lexer.tokens;
    }

    private void step() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (startsWith("--")) {
            add(Kind.COMMENT, endOfLine());
        } else if (startsWith("/*")) {
            add(Kind.COMMENT, endOfBlockComment());
        } else if (c == '\'') {
            quoted(Kind.STRING, at, Escapes.NONE);
        } else if (c == '"') {
            quoted(Kind.QUOTED_NAME, at, Escapes.NONE);
        } else if (c == '$') {
            dollar();
        } else if (isDigit(c)) {
            add(Kind.NUMBER, endOfNumber());
        } else if (isNameStart(c)) {
            wordOrPrefixedString();
        } else {
            add(Kind.SYMBOL, at + Character.charCount(sql.codePointAt(at)));
        }
    }

    private void wordOrPrefixedString() {
        char prefix = Character.toUpperCase(sql.charAt(at));
        if ("EBXN".indexOf(prefix) >= 0 && isAt(at + 1, '\'')) {
            quoted(Kind.STRING, at + 1, prefix == 'E' ? Escapes.C_STYLE : Escapes.NONE);
        } else if (prefix == 'U' && isAt(at + 1, '&') && isAt(at + 2, '\'')) {
            quoted(Kind.STRING, at + 2, Escapes.UNICODE);
        } else if (prefix == 'U' && isAt(at + 1, '&') && isAt(at + 2, '"')) {
            quoted(Kind.QUOTED_NAME, at + 2, Escapes.UNICODE);
        } else {
            int end = at + 1;
            while (end < sql.length() && isNamePart(sql.charAt(end))) {
                end++;
            }
            add(Kind.WORD, end);
        }
    }

    private void quoted(Kind kind, int openingQuote, Escapes escapes) {
        char quote = sql.charAt(openingQuote);
        StringBuilder text = new StringBuilder();
        int i = openingQuote + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == quote && !isAt(i + 1, quote)) {
                break;
            }
            if (c == '\\' && escapes != Escapes.NONE) {
                i = escapes.resolve(sql, i, text);
            } else {
                text.append(c);
                i += c == quote ? 2 : 1;
            }
        }
        add(kind, text.toString(), Math.min(i + 1, sql.length()));
    }

    private void dollar() {
        int tagEnd = at + 1;
        while (tagEnd < sql.length() && isNamePart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (!isAt(tagEnd, '$') || isDigit(sql.charAt(at + 1))) {
            add(Kind.SYMBOL, at + 1);
            return;
        }
        String delimiter = sql.substring(at, tagEnd + 1);
        int close = sql.indexOf(delimiter, tagEnd + 1);
        int bodyEnd = close < 0 ? sql.length() : close;
        add(
                Kind.DOLLAR_STRING,
                sql.substring(tagEnd + 1, bodyEnd),
                Math.min(bodyEnd + delimiter.length(), sql.length()));
    }

    private int endOfLine() {
        int end = sql.indexOf('\n', at);
        return end < 0 ? sql.length() : end;
    }

    private int endOfBlockComment() {
        int depth = 0;
        int i = at;
        while (i < sql.length()) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return i;
    }

    private int endOfNumber() {
        int end = at;
        while (end < sql.length()
                && (isDigit(sql.charAt(end))
                        || (isAt(end, '.') && end + 1 < sql.length() && isDigit(sql.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        add(kind, sql.substring(at, end), end);
    }

    private void add(Kind kind, String text, int end) {
        tokens.add(new SqlToken(kind, text, at, end));
        at = end;
    }

    private boolean startsWith(String prefix) {
        return sql.startsWith(prefix, at);
    }

    private boolean isAt(int position, char expected) {
        return position < sql.length() && sql.charAt(position) == expected;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }
}
