package dev.sanitiser.allowlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in the documents of a column: {@code settings.theme}, {@code tags[]}, {@code items[].sku}. A key with a dot,
 * a bracket or a double quote in it stands in double quotes, as in the key of a table.
 *
 * @param steps from the document's root, at least one
 */
public record DocumentPath(String column, List<Step> steps) {

    // possessive throughout: a long path neither backtracks nor fills the stack
    private static final String NAME = "(\"[^\"\\x00]*+(?:\"\"[^\"\\x00]*+)*+\"|[^.\"\\[\\]\\x00]++)";
    private static final Pattern COLUMN = Pattern.compile(NAME);
    private static final Pattern STEP = Pattern.compile("\\." + NAME + "|(\\[])");

    /**
     * One step down.
     *
     * @param key of an object's member; empty for every element of an array
     */
    public record Step(Optional<String> key) {

        public static final Step ELEMENTS = new Step(Optional.empty());

        public static Step to(String key) {
            return new Step(Optional.of(key));
        }
    }

    public DocumentPath {
        Objects.requireNonNull(column);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one step");
        }
    }

    /** @return empty if the text is no path */
    public static Optional<DocumentPath> parse(String text) {
        Matcher column = COLUMN.matcher(text);
        if (!column.lookingAt()) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        int at = column.end();
        Matcher step = STEP.matcher(text);
        while (at < text.length()) {
            if (!step.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            steps.add(new Step(Optional.ofNullable(step.group(1)).map(DocumentPath::unquoted)));
            at = step.end();
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new DocumentPath(unquoted(column.group(1)), steps));
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static String quoted(String name) {
        return COLUMN.matcher(name).matches() && !name.startsWith("\"") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** As in an allow list. */
    @Override
    public String toString() {
        return quoted(column)
                + steps.stream()
                        .map(s -> s.key().map(k -> "." + quoted(k)).orElse("[]"))
                        .collect(Collectors.joining());
    }
}
