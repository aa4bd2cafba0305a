package dev.sanitiser.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Builds what a document's copy holds: the scalars at kept paths, the shape that leads to them, and a constant of the
 * same type for any other scalar on the way. {@link DocumentForm} reads it again.
 *
 * <p>Plain SQL: an aggregate with its own order and a function's {@code WITH ORDINALITY} have no form in jOOQ that
 * takes qualified functions.
 */
@Allow.PlainSQL
final class DocumentSql {

    /** By the type of what it stands for. */
    static final String NEUTRAL =
            "{\"string\": \"lorem ipsum\", \"number\": 1, \"boolean\": true, \"null\": null, \"object\": {}, \"array\": []}";

    private DocumentSql() {}

    /**
     * One value in the source.
     *
     * @param base a whole column, or an element of an array
     * @param keys from there
     * @param depth how many arrays it is in
     */
    private record Place(Field<JSONB> base, List<String> keys, int depth) {

        Field<JSONB> value() {
            List<Field<?>> arguments = new ArrayList<>(List.of(base));
            keys.forEach(k -> arguments.add(inline(k)));
            return keys.isEmpty() ? base : call("jsonb_extract_path", arguments);
        }

        Place member(String key) {
            List<String> longer = new ArrayList<>(keys);
            longer.add(key);
            return new Place(base, longer, depth);
        }
    }

    /** The document of a column; NULL where it is NULL. */
    static Field<JSONB> of(Name column, DocumentNode root) {
        return node(new Place(TypeCasts.jsonb(field(column)), List.of(), 0), root);
    }

    private static Field<JSONB> node(Place place, DocumentNode node) {
        Field<JSONB> value = place.value();
        return DSL.choose(typeOf(value))
                .when("object", node.members().isEmpty() ? neutral(value) : object(place, node.members()))
                .when("array", node.kept() || node.elements().isPresent() ? array(place, node) : neutral(value))
                .otherwise(node.kept() ? value : neutral(value));
    }

    private static Field<String> typeOf(Field<JSONB> value) {
        return function(name("pg_catalog", "jsonb_typeof"), String.class, value);
    }

    private static Field<JSONB> neutral(Field<JSONB> value) {
        return call("jsonb_extract_path", List.of(constant(NEUTRAL), typeOf(value)));
    }

    private static Field<JSONB> object(Place place, Map<String, DocumentNode> members) {
        return members.entrySet().stream()
                .map(m -> member(place.member(m.getKey()), m.getKey(), m.getValue()))
                .reduce((a, b) -> call("jsonb_concat", List.of(a, b)))
                .orElseThrow();
    }

    private static Field<JSONB> member(Place place, String key, DocumentNode node) {
        return when(place.value().isNull(), constant("{}"))
                .otherwise(call("jsonb_build_object", List.of(inline(key), node(place, node))));
    }

    private static Field<JSONB> array(Place place, DocumentNode node) {
        Name alias = name("e" + place.depth());
        Field<JSONB> element = field(alias.append("v"), JSONB.class);
        Field<JSONB> copy = node.elements()
                .map(e -> node(new Place(element, List.of(), place.depth() + 1), e))
                .orElseGet(() -> neutral(element));
        Field<JSONB> all = field(
                "{0}({1} ORDER BY {2})", JSONB.class, name("pg_catalog", "jsonb_agg"), copy, field(alias.append("i")));
        Table<?> elements = DSL.table(
                "{0}({1}) WITH ORDINALITY AS {2}({3}, {4})",
                name("pg_catalog", "jsonb_array_elements"), place.value(), alias, name("v"), name("i"));
        return coalesce(field(select(all).from(elements)), constant("[]"));
    }

    private static Field<JSONB> constant(String json) {
        return TypeCasts.jsonb(inline(json));
    }

    private static Field<JSONB> call(String function, List<Field<?>> arguments) {
        return function(name("pg_catalog", function), SQLDataType.JSONB, arguments.toArray(Field[]::new));
    }
}
