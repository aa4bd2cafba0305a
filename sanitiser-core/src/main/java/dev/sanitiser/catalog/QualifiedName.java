package dev.sanitiser.catalog;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.jooq.Name;
import org.jooq.impl.DSL;

/** The name of an object within its schema, exactly as the catalog spells it. */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);
    private static final Pattern NEEDS_QUOTES = Pattern.compile("^\\$|[.\"]");

    /** The name for statements; jOOQ quotes both parts. */
    public Name toName() {
        return DSL.name(schema, name);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** The key of the allow list: {@code table} in schema {@code public}, otherwise {@code schema.table}. */
    @Override
    public String toString() {
        return schema.equals("public") ? quoteIfNeeded(name) : quoteIfNeeded(schema) + "." + quoteIfNeeded(name);
    }

    private static String quoteIfNeeded(String part) {
        return NEEDS_QUOTES.matcher(part).find() ? '"' + part.replace("\"", "\"\"") + '"' : part;
    }
}
