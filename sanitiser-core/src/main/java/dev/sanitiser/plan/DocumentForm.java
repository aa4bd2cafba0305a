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
        node.members().forEach((key, n) -> collect(n, longer(path, "'" + key.replace("'", "''") + "'"), paths));
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
        Place root = new Place("cast(\"t\"." + sql.get(column) + " " + JSONB, List.of(), List.of(), 0);
        return form.node(root) ? Optional.of(new Document(sql.get(column), form.kept, form.at)) : Optional.empty();
    }

    /**
     * A value of the document.
     *
     * @param base the column, or an element of an array
     * @param keys from there, as literals
     * @param path from the document's root
     */
    private record Place(String base, List<String> keys, List<String> path, int depth) {

        String value() {
            return keys.isEmpty()
                    ? base
                    : "\"pg_catalog\".\"jsonb_extract_path\"(" + base + ", " + String.join(", ", keys) + ")";
        }

        String type() {
            return "\"pg_catalog\".\"jsonb_typeof\"(" + value() + ")";
        }

        String neutral() {
            return "\"pg_catalog\".\"jsonb_extract_path\"(cast('" + DocumentSql.NEUTRAL + "' " + JSONB + ", " + type()
                    + ")";
        }

        Place member(String key) {
            return new Place(base, longer(keys, key), longer(path, key), depth);
        }

        Place element() {
            return new Place("\"e" + depth + "\".\"v\"", List.of(), longer(path, "[]"), depth + 1);
        }
    }

    private boolean node(Place place) {
        return takes("case " + place.type() + " when 'object' then ")
                && (takes(place.neutral()) || object(place))
                && takes("when 'array' then")
                && (takes(place.neutral()) || array(place))
                && takes("else")
                && (takes(place.neutral()) || scalar(place))
                && takes("end");
    }

    private boolean scalar(Place place) {
        kept.add(place.path());
        return takes(place.value());
    }

    private boolean object(Place place) {
        if (takes("\"pg_catalog\".\"jsonb_concat\"(")) {
            return object(place) && takes(",") && object(place) && takes(")");
        }
        return member(place);
    }

    private boolean member(Place place) {
        int key = at;
        while (key < sql.size() && !sql.get(key).equals("is")) {
            key++;
        }
        String literal = sql.get(key - 2);
        Place member = place.member(literal);
        return literal.startsWith("'")
                && takes("case when " + member.value() + " is null then cast('{}' " + JSONB
                        + " else \"pg_catalog\".\"jsonb_build_object\"(" + literal + ", ")
                && node(member)
                && takes(") end");
    }

    private boolean array(Place place) {
        Place element = place.element();
        String alias = "\"e" + place.depth() + "\"";
        return takes("coalesce((select \"pg_catalog\".\"jsonb_agg\"(")
                && (takes(element.neutral()) || node(element))
                && takes("order by " + alias + ".\"i\") from \"pg_catalog\".\"jsonb_array_elements\"(" + place.value()
                        + ") with ordinality as " + alias + "(\"v\", \"i\")), cast('[]' " + JSONB + ")");
    }

    private boolean takes(String text) {
        List<String> expected = SqlText.of(text).tokens();
        boolean found = expected.equals(sql.from(at, at + expected.size()));
        at += found ? expected.size() : 0;
        return found;
    }

    private static List<String> longer(List<String> list, String last) {
        List<String> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
