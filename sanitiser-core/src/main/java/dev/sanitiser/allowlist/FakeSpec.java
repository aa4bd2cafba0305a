package dev.sanitiser.allowlist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What an allow list asks a column's fake to be. */
public sealed interface FakeSpec {

    Kind kind();

    /**
     * Handles every kind of specification.
     *
     * @return what the matching case returned
     */
    <R> R match(Cases<R> cases);

    /** The kinds, for those who support some of them. */
    enum Kind {
        AUTOMATIC,
        PSEUDONYM,
        NAMED,
        EXPRESSION,
        NULL,
        CONSTANT,
        SQL
    }

    /** One function for each kind. */
    record Cases<R>(
            Function<Automatic, R> automatic,
            Function<Pseudonym, R> pseudonym,
            Function<Named, R> named,
            Function<Expression, R> expression,
            Function<Null, R> nothing,
            Function<Constant, R> constant,
            Function<Sql, R> sql) {}

    /** {@code "auto"}: what the column would get if the list did not mention it; says that somebody looked at it. */
    record Automatic() implements FakeSpec {
        @Override
        public Kind kind() {
            return Kind.AUTOMATIC;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.automatic().apply(this);
        }
    }

    /**
     * {@code "pseudonym"}: the fake of the key that the column refers to, so that rows belong together as they really
     * do; only for a column that refers to a key which is faked.
     */
    record Pseudonym() implements FakeSpec {
        @Override
        public Kind kind() {
            return Kind.PSEUDONYM;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pseudonym().apply(this);
        }
    }

    /**
     * {@code "email"} or <code>{"as": "integer", "min": 0}</code>.
     *
     * @param parameters in the order of the file; values are String, BigDecimal (every number), Boolean, or a List of
     *     these
     */
    record Named(String generator, Map<String, Object> parameters) implements FakeSpec {
        public Named {
            Objects.requireNonNull(generator);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        /** A generator as it is, without parameters. */
        public static Named of(String generator) {
            return new Named(generator, Map.of());
        }

        @Override
        public Kind kind() {
            return Kind.NAMED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.named().apply(this);
        }
    }

    /** {@code "#{lorem.sentence}"}: Datafaker's expressions, perhaps with text around them. */
    record Expression(String text) implements FakeSpec {
        @Override
        public Kind kind() {
            return Kind.EXPRESSION;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expression().apply(this);
        }
    }

    /** {@code "null"} or {@code null}: NULL in every row. */
    record Null() implements FakeSpec {
        @Override
        public Kind kind() {
            return Kind.NULL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing().apply(this);
        }
    }

    /**
     * <code>{"value": "x"}</code>: the same value in every row that is not NULL.
     *
     * @param value a String, BigDecimal (every number) or Boolean
     */
    record Constant(Object value) implements FakeSpec {
        public Constant {
            Objects.requireNonNull(value);
        }

        @Override
        public Kind kind() {
            return Kind.CONSTANT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant().apply(this);
        }
    }

    /** <code>{"sql": "…"}</code>: an SQL expression over the table's kept columns and the ordinal {@code n}. */
    record Sql(String expression) implements FakeSpec {
        @Override
        public Kind kind() {
            return Kind.SQL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sql().apply(this);
        }
    }
}
