package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the expression by which a scope lets out kept paths of a document, and finds which they are. It knows the only
 * forms in which the expression may use the document: the type of a value, whether it is missing, the elements of an
 * array, and the value itself where it is a scalar.
 */
final class DocumentForm {

    private static final String JSONB = "as \"pg_catalog\".\"jsonb\")";
    private static final String FIELD = "\"pg_catalog\".\"jsonb_object_field\"(";

    private final SqlText sql;
    private final Set<List<String>> kept = new HashSet<>();
    private int at;

    private DocumentForm(SqlText sql, int at) {
        this.sql = sql;
        this.at = at;
    }

    /**
     * What an expression lets out.
     *
     * @param column quoted
     * @param kept paths to scalars, each step a string literal, or {@code []} for every element
     * @param end the position after it
     */
    record Document(String column, Set<List<String>> kept, int end) {}

    /** The paths that a plan keeps, in the form of {@link Document#kept}. */
    static Set<List<String>> paths(DocumentNode root) {
        Set<List<String>> paths = new HashSet<>();
        collect(root, List.of(), paths);
        return paths;
    }

    private static void collect(DocumentNode node, List<String> path, Set<List<String>> paths) {
        if (node.kept()) {
            paths.add(path);
        }
        node.members().forEach((key, n) -> collect(n, longer(path, literal(key)), paths));
        node.elements().ifPresent(n -> collect(n, longer(path, "[]"), paths));
    }

    /** @return empty if no such expression begins here */
    static Optional<Document> at(SqlText sql, int at) {
        SqlText start = SqlText.of("case \"pg_catalog\".\"jsonb_typeof\"(cast(\"t\".");
        int column = at + start.size();
        if (!start.tokens().equals(sql.from(at, column)) || !sql.isName(column)) {
            return Optional.empty();
        }
        DocumentForm form = new DocumentForm(sql, at);
        Place root = Place.root("cast(\"t\"." + sql.get(column) + " " + JSONB, List.of(), 0);
        return form.node(root) ? Optional.of(new Document(sql.get(column), form.kept, form.at)) : Optional.empty();
    }

    /** @return a whole document, which a statement reads for itself; empty if none begins here */
    static Optional<Document> read(SqlText sql, int at) {
        SqlText start = SqlText.of("\"pg_catalog\".\"jsonb_extract_path\"(cast(\"t\".");
        SqlText rest = SqlText.of(JSONB + ", variadic cast('{}' as \"pg_catalog\".\"text\"[]))");
        int column = at + start.size();
        int end = column + 1 + rest.size();
        boolean found = start.tokens().equals(sql.from(at, column))
                && sql.isName(column)
                && rest.tokens().equals(sql.from(column + 1, end));
        return found ? Optional.of(new Document(sql.get(column), Set.of(), end)) : Optional.empty();
    }

    /**
     * A value of the document.
     *
     * @param object what it is a member of; empty for the column and an element of an array
     * @param value itself
     * @param key in the object, as a literal; empty where there is no object
     * @param path from the document's root
     */
    private record Place(String object, String value, String key, List<String> path, int depth) {

        static Place root(String value, List<String> path, int depth) {
            return new Place("", value, "", path, depth);
        }

        String type() {
            return "\"pg_catalog\".\"jsonb_typeof\"(" + value + ")";
        }

        String text() {
            return "cast(" + value + " as \"pg_catalog\".\"text\")";
        }

        String plainText() {
            return object.isEmpty()
                    ? text()
                    : "\"pg_catalog\".\"jsonb_object_field_text\"(" + object + ", " + key + ")";
        }

        String neutral() {
            return "\"pg_catalog\".\"jsonb_object_field_text\"(cast('" + DocumentSql.NEUTRAL + "' " + JSONB + ", "
                    + type() + ")";
        }

        Place member(String literal) {
            return new Place(value, FIELD + value + ", " + literal + ")", literal, longer(path, literal), depth);
        }

        Place element() {
            return root("\"e" + depth + "\".\"v\"", longer(path, "[]"), depth + 1);
        }
    }

    private boolean node(Place place) {
        return takes("case " + place.type() + " when 'object' then")
                && (takes("'{}'") || object(place))
                && takes("when 'array' then")
                && (takes("'[]'") || array(place))
                && (takes("else " + place.neutral()) || scalar(place))
                && takes("end");
    }

    private boolean scalar(Place place) {
        kept.add(place.path());
        return takes("when 'number' then " + place.plainText() + " when 'boolean' then " + place.plainText() + " else "
                + place.text());
    }

    private boolean object(Place place) {
        return takes("(('{' ||") && members(place) && takes(") || '}')");
    }

    private boolean members(Place place) {
        boolean sound = takes("\"pg_catalog\".\"concat_ws\"(', '");
        while (sound && takes(",")) {
            sound = takes("nullif(") ? members(place) && takes(", '')") : member(place);
        }
        return sound && takes(")");
    }

    /** The key stands in the path of the value; its label must be the same one. */
    private boolean member(Place place) {
        String label = sql.get(at + 1);
        String key = sql.get(at
                + SqlText.of("(label || case typeof.typeof(" + FIELD + place.value() + ",")
                        .size());
        return key.matches("(?s)'.*'")
                && label.equals(literal(DocumentSql.label(unquoted(key))))
                && takes("(" + label + " ||")
                && node(place.member(key))
                && takes(")");
    }

    private boolean array(Place place) {
        Place element = place.element();
        String alias = "\"e" + place.depth() + "\"";
        return takes("(('[' || coalesce((select \"pg_catalog\".\"string_agg\"(")
                && node(element)
                && takes(", ', ' order by " + alias + ".\"i\") from \"pg_catalog\".\"jsonb_array_elements\"("
                        + place.value() + ") with ordinality as " + alias + "(\"v\", \"i\")), '')) || ']')");
    }

    private boolean takes(String text) {
        List<String> expected = SqlText.of(text).tokens();
        boolean found = expected.equals(sql.from(at, at + expected.size()));
        at += found ? expected.size() : 0;
        return found;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }

    private static List<String> longer(List<String> list, String last) {
        List<String> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
