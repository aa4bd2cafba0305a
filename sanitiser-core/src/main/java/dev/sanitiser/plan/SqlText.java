package dev.sanitiser.plan;

import java.util.List;

/**
 * A statement of ours as a list of tokens: quoted names and strings with their quotes, words in lower case, and single
 * other characters. We write no comments and no escape strings.
 */
record SqlText(List<String> tokens) {

    SqlText {
        tokens = List.copyOf(tokens);
    }

    static SqlText of(String sql) {
        return new SqlText(new SqlTokens(sql).all());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    int size() {
        return tokens.size();
    }

    /** @return empty beyond either end */
    String get(int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at);
    }

    /** The tokens between two positions; fewer near the end. */
    List<String> from(int at, int end) {
        return tokens.subList(Math.min(at, tokens.size()), Math.min(end, tokens.size()));
    }

    boolean isName(int at) {
        return get(at).startsWith("\"");
    }

    boolean isNumber(int at) {
        return !get(at).isEmpty() && get(at).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean has(int at, String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!get(at + i).equals(expected[i])) {
                return false;
            }
        }
        return true;
    }
}
