package dev.sanitiser.plan;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;

/**
 * An expression that the allow list gives for a column: over the table's kept columns and the ordinal {@code n}, and
 * nothing else. PostgreSQL refuses all other names, because no others are in scope; what would open another scope (a
 * subquery) or hide one (comments, dollar quotes) is refused here, and so are functions that could read tables.
 *
 * <p>Plain SQL: the expression is the user's own text; it goes in verbatim, in parentheses that it cannot leave.
 */
@Allow.PlainSQL
final class SqlExpression {

    /** The name of the generator in plans. */
    static final String GENERATOR = "sql";

    private static final Name SCOPE = name("x");
    private static final Pattern TOKEN = Pattern.compile(
            "E'(?:[^'\\\\]|''|\\\\.)*+'|'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|--|/\\*|\\$|[\\p{L}_][\\p{L}\\p{N}_]*+|\\S",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> FORBIDDEN_WORDS =
            Set.of("select", "table", "values", "with", "operator", "over", "returning");
    /** Of {@code pg_catalog}: STABLE, but functions of their arguments and of settings that a run fixes. */
    private static final List<String> HARMLESS = List.of(
            "to_char",
            "to_date",
            "to_timestamp",
            "to_number",
            "concat",
            "concat_ws",
            "format",
            "date_trunc",
            "date_part",
            "extract",
            "timezone",
            "array_to_string",
            "to_json",
            "to_jsonb",
            "json_build_object",
            "json_build_array",
            "jsonb_build_object",
            "jsonb_build_array",
            "quote_literal",
            "quote_nullable",
            "make_timestamptz");

    private final String text;

    SqlExpression(String text) {
        this.text = text;
    }

    /** What is wrong with it, as far as the text tells. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        int depth = 0;
        boolean leaves = false;
        String before = "";
        for (String token : tokens()) {
            String word = token.toLowerCase(Locale.ROOT);
            if (before.equals("u") && word.equals("&")) {
                objections.add("{\"sql\": …} must not contain U&: write the characters themselves");
            }
            before = word;
            if (FORBIDDEN_WORDS.contains(word)) {
                objections.add("{\"sql\": …} must not contain " + word.toUpperCase(Locale.ROOT)
                        + ": it is an expression over kept columns and n, without subqueries or window functions");
            } else if (List.of("--", "/*", "$", ";", "?", "\\").contains(word)) {
                objections.add("{\"sql\": …} must not contain " + token
                        + ": it is one expression, without comments, parameters or dollar quotes");
            } else if (token.equals("'") || token.equals("\"")) {
                objections.add("{\"sql\": …} has a " + token + " that nothing closes");
            }
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            leaves |= depth < 0;
        }
        if (leaves || depth != 0) {
            objections.add("{\"sql\": …} has parentheses that do not match");
        }
        if (tokens().isEmpty()) {
            objections.add("{\"sql\": …} is empty");
        }
        return objections.stream().distinct().toList();
    }

    /**
     * Its value for a row.
     *
     * @param kept the table's kept columns, as the scope knows them
     */
    Field<Object> value(TableScope scope, List<Column> kept, Field<Long> ordinal) {
        List<Field<?>> inScope = new ArrayList<>();
        kept.forEach(c -> inScope.add(scope.kept(c).as(name(c.name()))));
        inScope.add(ordinal.as(name(scope.ordinalName())));
        Select<?> value =
                select(field(raw(inParentheses()))).from(select(inScope).asTable(SCOPE));
        return field("({0})", Object.class, value);
    }

    String inParentheses() {
        return "(" + text + ")";
    }

    /** The functions it calls that a run must not call: those that are not IMMUTABLE, or written in SQL. */
    Table<?> forbiddenFunctions() {
        Condition forbidden = condition("false");
        for (List<String> function : functions()) {
            Condition named = field(name("p", "proname"), String.class)
                    .eq(inline(function.get(function.size() - 1)))
                    .and(field(name("s", "nspname"), String.class)
                            .eq(inline(function.size() == 1 ? "pg_catalog" : function.get(function.size() - 2))));
            forbidden = forbidden.or(named);
        }
        Condition harmless = condition("{0} = 'i'", field(name("p", "provolatile")))
                .and(field(name("l", "lanname"), String.class)
                        .in(inline("internal"), inline("c"))
                        .or(field(name("s", "nspname"), String.class).eq(inline("pg_catalog"))));
        Condition known = field(name("s", "nspname"), String.class)
                .eq(inline("pg_catalog"))
                .and(field(name("p", "proname"), String.class)
                        .in(HARMLESS.stream().map(h -> inline(h)).toList()));
        return select(inline(1).as("one"))
                .from(table(name("pg_catalog", "pg_proc")).as("p"))
                .join(table(name("pg_catalog", "pg_namespace")).as("s"))
                .on(field(name("s", "oid")).eq(field(name("p", "pronamespace"))))
                .join(table(name("pg_catalog", "pg_language")).as("l"))
                .on(field(name("l", "oid")).eq(field(name("p", "prolang"))))
                .where(forbidden)
                .and(not(harmless))
                .and(not(known))
                .asTable("forbidden");
    }

    /** The names before parentheses, each with its qualifiers. */
    private Set<List<String>> functions() {
        Set<List<String>> functions = new LinkedHashSet<>();
        List<String> tokens = tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (isName(tokens.get(i))
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).equals("(")) {
                List<String> parts = new ArrayList<>(List.of(nameOf(tokens.get(i))));
                for (int q = i; q >= 2 && tokens.get(q - 1).equals(".") && isName(tokens.get(q - 2)); q -= 2) {
                    parts.add(0, nameOf(tokens.get(q - 2)));
                }
                functions.add(parts);
            }
        }
        return functions;
    }

    private static boolean isName(String token) {
        return token.startsWith("\"") || Character.isLetter(token.charAt(0)) || token.startsWith("_");
    }

    private static String nameOf(String token) {
        return token.startsWith("\"")
                ? token.substring(1, token.length() - 1).replace("\"\"", "\"")
                : token.toLowerCase(Locale.ROOT);
    }

    private List<String> tokens() {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
