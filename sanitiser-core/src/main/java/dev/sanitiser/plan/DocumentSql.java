package dev.sanitiser.plan;

import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Builds what a document's copy holds: the scalars at kept paths, the shape that leads to them, and a constant of the
 * same type for any other scalar on the way. It is the text of a {@code jsonb}, as PostgreSQL would write it: text is
 * put together in a third of the time that the functions need which build a {@code jsonb}. {@link DocumentForm} reads
 * the expression again.
 *
 * <p>Plain SQL: an aggregate with its own order and a function's {@code WITH ORDINALITY} have no form in jOOQ that
 * takes qualified functions.
 */
@Allow.PlainSQL
final class DocumentSql {

    /** By the type of what it stands for. */
    static final String NEUTRAL =
            "{\"string\": \"\\\"lorem ipsum\\\"\", \"number\": \"1\", \"boolean\": \"true\", \"null\": \"null\"}";

    /** A function takes 100 arguments. */
    static final int MEMBERS_AT_ONCE = 90;

    /** As {@code jsonb} keeps them: the shorter first. */
    private static final Comparator<String> KEY_ORDER = Comparator.<String>comparingInt(
                    k -> k.getBytes(StandardCharsets.UTF_8).length)
            .thenComparing(k -> k.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private DocumentSql() {}

    /**
     * One value in the source.
     *
     * @param parent what it is a member of; empty for a whole column and an element of an array
     * @param value itself
     * @param depth how many arrays it is in
     */
    private record Place(Optional<Member> parent, Field<JSONB> value, int depth) {

        static Place root(Field<JSONB> value, int depth) {
            return new Place(Optional.empty(), value, depth);
        }

        Place member(String key) {
            Field<JSONB> member = function(qualified("jsonb_object_field"), SQLDataType.JSONB, value, inline(key));
            return new Place(Optional.of(new Member(value, key)), member, depth);
        }

        /** Of a number or a boolean. */
        Field<String> plainText() {
            return parent.map(Member::text).orElseGet(this::text);
        }

        Field<String> text() {
            return DSL.field("CAST({0} AS {1})", String.class, value, qualified("text"));
        }

        Field<String> type() {
            return function(qualified("jsonb_typeof"), String.class, value);
        }
    }

    private record Member(Field<JSONB> object, String key) {
        Field<String> text() {
            return function(qualified("jsonb_object_field_text"), String.class, object, inline(key));
        }
    }

    /** The document of a column; NULL where it is NULL. */
    static Field<String> of(Name column, DocumentNode root) {
        return node(Place.root(TypeCasts.jsonb(field(column)), 0), root);
    }

    /** A column's document, in memory: fetched and decompressed once. */
    static Field<JSONB> read(Name column) {
        return DSL.field(
                "{0}({1}, VARIADIC CAST({2} AS {3}[]))",
                JSONB.class,
                qualified("jsonb_extract_path"),
                TypeCasts.jsonb(field(column)),
                inline("{}"),
                qualified("text"));
    }

    /** A key as it stands before its value: {@code "key": }. */
    static String label(String key) {
        StringBuilder label = new StringBuilder("\"");
        key.chars().forEach(c -> label.append(escaped((char) c)));
        return label.append("\": ").toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    private static Field<String> node(Place place, DocumentNode node) {
        Field<String> object = node.members().isEmpty() ? inline("{}") : object(place, node.members());
        Field<String> array = node.kept() || node.elements().isPresent() ? array(place, node) : inline("[]");
        var shapes = choose(place.type()).when("object", object).when("array", array);
        return node.kept()
                ? shapes.when("number", place.plainText())
                        .when("boolean", place.plainText())
                        .otherwise(place.text())
                : shapes.otherwise(neutral(place));
    }

    private static Field<String> neutral(Place place) {
        return function(
                qualified("jsonb_object_field_text"), String.class, TypeCasts.jsonb(inline(NEUTRAL)), place.type());
    }

    private static Field<String> object(Place place, Map<String, DocumentNode> members) {
        List<Field<String>> texts = members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(KEY_ORDER))
                .map(m -> concat(inline(label(m.getKey())), node(place.member(m.getKey()), m.getValue())))
                .toList();
        return concat(inline("{"), joined(texts), inline("}"));
    }

    /** Members that are missing are NULL, and left out. */
    private static Field<String> joined(List<Field<String>> texts) {
        List<Field<String>> arguments = new ArrayList<>(texts.subList(0, Math.min(texts.size(), MEMBERS_AT_ONCE)));
        if (texts.size() > MEMBERS_AT_ONCE) {
            arguments.add(nullif(joined(texts.subList(MEMBERS_AT_ONCE, texts.size())), inline("")));
        }
        arguments.add(0, inline(", "));
        return function(qualified("concat_ws"), String.class, arguments.toArray(Field[]::new));
    }

    private static Field<String> array(Place place, DocumentNode node) {
        Name alias = name("e" + place.depth());
        Place element = Place.root(field(alias.append("v"), JSONB.class), place.depth() + 1);
        Field<String> copy =
                node(element, node.elements().orElseGet(() -> new DocumentNode(false, Map.of(), Optional.empty())));
        Field<String> all = field(
                "{0}({1}, {2} ORDER BY {3})",
                String.class, qualified("string_agg"), copy, inline(", "), field(alias.append("i")));
        Table<?> elements = DSL.table(
                "{0}({1}) WITH ORDINALITY AS {2}({3}, {4})",
                qualified("jsonb_array_elements"), place.value(), alias, name("v"), name("i"));
        return concat(inline("["), coalesce(field(select(all).from(elements)), inline("")), inline("]"));
    }

    private static Name qualified(String function) {
        return name("pg_catalog", function);
    }
}
