package dev.sanitiser.allowlist;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a key of the list: {@code table} in schema {@code public}, or {@code schema.table}. */
public final class TableKey {

    // possessive throughout: a long key neither backtracks nor fills the stack
    private static final String QUOTED = "\"[^\"]*+(?:\"\"[^\"]*+)*+\"";
    private static final String PART = "(" + QUOTED + "|[^.\"]++)";
    private static final Pattern KEY = Pattern.compile("(?:" + PART + "\\.)?+" + PART);
    private static final Pattern QUOTED_PART = Pattern.compile(QUOTED);

    private TableKey() {}

    /** @throws IllegalArgumentException if the key has another form; the message says what is wrong with it */
    public static QualifiedName parse(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw notATable(key);
        }
        String schema =
                Optional.ofNullable(matcher.group(1)).map(TableKey::name).orElse("public");
        String table = name(matcher.group(2));
        if (schema.isEmpty() || table.isEmpty()) {
            throw notATable(key);
        }
        return new QualifiedName(schema, table);
    }

    private static String name(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    private static IllegalArgumentException notATable(String key) {
        return new IllegalArgumentException(Quoted.json(key) + " is not the name of a table: " + reason(key)
                + "; expected \"table\" or \"schema.table\", a part with a dot or a double quote in it as"
                + " \"\\\"odd.part\\\"\"");
    }

    private static String reason(String key) {
        String bare = QUOTED_PART.matcher(key).replaceAll(part -> part.group().length() == 2 ? "" : "q");
        List<String> parts = List.of(bare.split("\\.", -1));
        if (bare.contains("\"")) {
            return "a double quote is not closed";
        }
        if (parts.contains("")) {
            return "a part of it is empty";
        }
        return parts.size() > 2 ? "it has " + parts.size() + " parts" : "double quotes must enclose a whole part";
    }
}
