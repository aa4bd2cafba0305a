package dev.sanitiser.catalog;

import java.util.List;
import java.util.function.Function;

/** A data type a column can have, with all types it is made of; a row of {@code pg_type}. */
public sealed interface DataType {

    long oid();

    QualifiedName name();

    /**
     * Handles every kind of type.
     *
     * @return what the matching case returned
     */
    <R> R match(Cases<R> cases);

    /** One function for each kind of type. */
    record Cases<R>(
            Function<Base, R> base,
            Function<Enumeration, R> enumeration,
            Function<Domain, R> domain,
            Function<Composite, R> composite,
            Function<Array, R> array,
            Function<Range, R> range,
            Function<Multirange, R> multirange) {}

    /** {@code typtype = 'b'}, not an array: built in, or made by an extension. */
    record Base(long oid, QualifiedName name) implements DataType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.base().apply(this);
        }
    }

    /** {@code typtype = 'e'}; labels in their sort order. */
    record Enumeration(long oid, QualifiedName name, List<String> labels) implements DataType {
        public Enumeration {
            labels = List.copyOf(labels);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.enumeration().apply(this);
        }
    }

    /**
     * {@code typtype = 'd'}: one level of a domain.
     *
     * @param underlying the type this level is made of (perhaps a domain itself) with this level's type modifier
     * @param notNull of this level alone
     * @param checks of this level alone, in the order PostgreSQL evaluates them (by name)
     */
    record Domain(long oid, QualifiedName name, ColumnType underlying, boolean notNull, List<Check> checks)
            implements DataType {
        public Domain {
            checks = List.copyOf(checks);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.domain().apply(this);
        }
    }

    /** {@code typtype = 'c'}: a free-standing composite type or a table's row type; dropped attributes left out. */
    record Composite(long oid, QualifiedName name, List<Attribute> attributes) implements DataType {
        public Composite {
            attributes = List.copyOf(attributes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.composite().apply(this);
        }
    }

    /** One field of a composite type. */
    record Attribute(String name, ColumnType type) {}

    /** A true array type: the one that its element names as {@code typarray}; {@code int2vector} is a {@link Base}. */
    record Array(long oid, QualifiedName name, DataType element) implements DataType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.array().apply(this);
        }
    }

    /** {@code typtype = 'r'}. */
    record Range(long oid, QualifiedName name, DataType subtype) implements DataType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.range().apply(this);
        }
    }

    /** {@code typtype = 'm'}. */
    record Multirange(long oid, QualifiedName name, Range range) implements DataType {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.multirange().apply(this);
        }
    }
}
