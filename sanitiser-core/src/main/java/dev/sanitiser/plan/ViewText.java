package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The query of a view as PostgreSQL deparses it with an empty search path: every relation has its schema, quotes inside
 * names and strings are doubled, and there are no comments.
 */
record ViewText(String definition) {

    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*+(?:\"\"[^\"]*+)*+\"|'[^']*+(?:''[^']*+)*+'|[\\w$\\x{80}-\\x{10FFFF}]++|\\S");
    private static final Set<String> BEFORE_RELATION = Set.of("from", "join", "only", ",", "(");

    /** The query with other names for some of the relations that it reads. */
    String reading(Map<QualifiedName, String> names) {
        List<MatchResult> tokens = TOKEN.matcher(definition).results().toList();
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int i = 1; i + 2 < tokens.size(); i++) {
            String name = names.get(new QualifiedName(unquoted(tokens.get(i)), unquoted(tokens.get(i + 2))));
            boolean isRelation = tokens.get(i + 1).group().equals(".")
                    && BEFORE_RELATION.contains(tokens.get(i - 1).group().toLowerCase(Locale.ROOT));
            if (isRelation && name != null) {
                result.append(definition, copied, tokens.get(i).start()).append(SqlText.quoted(name));
                copied = tokens.get(i + 2).end();
            }
        }
        return result.append(definition.substring(copied)).toString();
    }

    private static String unquoted(MatchResult token) {
        String name = token.group();
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
