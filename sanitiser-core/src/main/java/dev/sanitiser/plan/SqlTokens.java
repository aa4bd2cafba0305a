package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a statement into the tokens of {@link SqlText}, in one pass: pools of constants make statements long. */
final class SqlTokens {

    private final String sql;

    SqlTokens(String sql) {
        this.sql = sql;
    }

    List<String> all() {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            int end = end(at);
            if (!isBlank(sql.charAt(at))) {
                String token = sql.substring(at, end);
                tokens.add(isQuote(token.charAt(0)) ? token : token.toLowerCase(Locale.ROOT));
            }
            at = end;
        }
        return tokens;
    }

    /** A quote that nothing closes is a token of its own. */
    private int end(int from) {
        char first = sql.charAt(from);
        if (isQuote(first)) {
            int close = closing(from, first);
            return close < 0 ? from + 1 : close + 1;
        }
        int end = from;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        return end > from ? end : sql.offsetByCodePoints(from, 1);
    }

    private int closing(int from, char quote) {
        int close = sql.indexOf(quote, from + 1);
        while (close >= 0 && close + 1 < sql.length() && sql.charAt(close + 1) == quote) {
            close = sql.indexOf(quote, close + 2);
        }
        return close;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
