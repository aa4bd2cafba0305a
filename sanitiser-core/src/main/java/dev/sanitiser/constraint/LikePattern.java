package dev.sanitiser.constraint;

/** Patterns of {@code LIKE}, with the backslash as escape. */
final class LikePattern {

    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private LikePattern() {}

    static String toRegex(String like) {
        StringBuilder regex = new StringBuilder("^");
        boolean escaped = false;
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            if (!escaped && c == '\\') {
                escaped = true;
                continue;
            }
            if (!escaped && c == '%') {
                regex.append(".*");
            } else if (!escaped && c == '_') {
                regex.append('.');
            } else {
                regex.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
            escaped = false;
        }
        return regex.append('$').toString();
    }
}
