package dev.sanitiser.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanitiser.catalog.QualifiedName;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The pieces that fakes are built of; every name is qualified, so that no search path can change their meaning.
 *
 * <p>Plain SQL: of a type with a given qualified name, jOOQ knows a domain only, and reads placeholders and escapes in
 * its name. In a template the name goes in as a {@code Name}.
 */
@Allow.PlainSQL
final class Sql {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int WORTH_SHARING = 128;
    private static final Map<List<String>, SoftReference<JSONB>> SHARED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Sql() {}

    /** A call of a function of {@code pg_catalog}. */
    static <T> Field<T> call(String function, Class<T> type, Field<?>... arguments) {
        return DSL.function(DSL.name("pg_catalog", function), type, arguments);
    }

    /** A call whose result's type matters to PostgreSQL only. */
    static Field<Object> call(String function, Field<?>... arguments) {
        return call(function, Object.class, arguments);
    }

    /** {@code CAST(value AS "schema"."name")}, without a type modifier: an explicit one would truncate in silence. */
    static Field<Object> cast(Field<?> value, QualifiedName type) {
        return DSL.field("cast({0} as {1})", Object.class, value, type.toName());
    }

    static Field<Object> cast(Field<?> value, String builtInType) {
        return cast(value, builtIn(builtInType));
    }

    static QualifiedName builtIn(String type) {
        return new QualifiedName("pg_catalog", type);
    }

    /** A constant of a built-in type in its text form. */
    static Field<Object> constant(String text, String builtInType) {
        return cast(DSL.inline(text), builtInType);
    }

    static Field<String> text(Field<?> value) {
        return value.cast(SQLDataType.CLOB);
    }

    static Field<Integer> integer(Field<Long> value) {
        return value.cast(SQLDataType.INTEGER);
    }

    static Field<Double> real(Field<Long> value) {
        return value.cast(SQLDataType.DOUBLE);
    }

    /** Joins strings; texts that are not fields yet are inlined. */
    static Field<String> join(Object... parts) {
        Field<?>[] fields = new Field<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            fields[i] = parts[i] instanceof Field<?> field ? text(field) : DSL.inline(parts[i].toString());
        }
        return DSL.concat(fields);
    }

    /**
     * One of some constant strings.
     *
     * @param index from 0 to the size of the list - 1
     */
    static Field<String> element(List<String> strings, Field<Long> index) {
        return DSL.jsonbGetElementAsText(new ConstantsField(jsonOf(strings)), integer(index));
    }

    /**
     * One of some constant documents, as {@code jsonb}.
     *
     * @param index from 0 to the size of the list - 1
     */
    static Field<JSONB> document(List<String> documents, Field<Long> index) {
        JSONB all = JSONB.valueOf("[" + String.join(", ", documents) + "]");
        return DSL.jsonbGetElement(new ConstantsField(all), integer(index));
    }

    // Of all ways to hold a list of constants, jsonb costs the least per row. Columns that draw from the same pool
    // share its text: a plan of many thousand columns holds each pool once.
    private static JSONB jsonOf(List<String> strings) {
        return strings instanceof ConstantList constants ? constants.json(() -> shared(strings)) : shared(strings);
    }

    private static JSONB shared(List<String> strings) {
        SoftReference<JSONB> shared = strings.size() < WORTH_SHARING ? null : SHARED.get(strings);
        JSONB known = shared == null ? null : shared.get();
        if (known != null) {
            return known;
        }
        JSONB json = write(strings);
        if (strings.size() >= WORTH_SHARING) {
            SHARED.put(List.copyOf(strings), new SoftReference<>(json));
        }
        return json;
    }

    private static JSONB write(List<String> strings) {
        try {
            return JSONB.valueOf(JSON.writeValueAsString(strings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
