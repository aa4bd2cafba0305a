package dev.sanitiser.constraint;

/** Patterns of {@code SIMILAR TO}: regular expressions of the whole value with the wildcards of {@code LIKE}. */
final class SimilarPattern {

    private SimilarPattern() {}

    static String toRegex(String similar) {
        StringBuilder regex = new StringBuilder("^(");
        boolean inBrackets = false;
        for (int i = 0; i < similar.length(); i++) {
            char c = similar.charAt(i);
            inBrackets = c == '[' || (inBrackets && c != ']');
            if (c == '\\' && i + 1 < similar.length()) {
                regex.append(c).append(similar.charAt(++i));
            } else if (c == '%' && !inBrackets) {
                regex.append(".*");
            } else if (c == '_' && !inBrackets) {
                regex.append('.');
            } else {
                regex.append((c == '.' || c == '^' || c == '$') && !inBrackets ? "\\" : "")
                        .append(c);
            }
        }
        return regex.append(")$").toString();
    }
}
