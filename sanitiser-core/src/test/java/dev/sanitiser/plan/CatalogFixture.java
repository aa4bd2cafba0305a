package dev.sanitiser.plan;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Column.Generation;
import dev.sanitiser.catalog.Column.Identity;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.Relation.Kind;
import dev.sanitiser.catalog.Relation.Persistence;
import dev.sanitiser.catalog.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Catalogs written by hand; all columns are {@code text}, and oids are given in the order of the relations from 1. */
final class CatalogFixture {

    private static final ColumnType TEXT =
            new ColumnType(new DataType.Base(25, new QualifiedName("pg_catalog", "text")), -1, 0, "text");

    private final List<String> schemas;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();

    CatalogFixture(String... schemas) {
        this.schemas = List.of(schemas);
    }

    /** @return the oid */
    long relation(Kind kind, QualifiedName name, Column... columns) {
        return add(kind, name, OptionalLong.empty(), Optional.empty(), columns);
    }

    long table(String schema, String table, Column... columns) {
        return relation(Kind.TABLE, new QualifiedName(schema, table), columns);
    }

    long partition(long root, Kind kind, QualifiedName name, Column... columns) {
        return add(kind, name, OptionalLong.of(root), Optional.empty(), columns);
    }

    long extensionMember(String extension, Kind kind, QualifiedName name) {
        return add(kind, name, OptionalLong.empty(), Optional.of(extension), text(1, "id"));
    }

    void sequence(QualifiedName name) {
        sequences.add(new Sequence(1000 + sequences.size(), name, 1, 1, 9, 1, false, false, List.of()));
    }

    Catalog build() {
        return new Catalog(150_000, "UTF8", schemas, relations, List.of(), sequences, List.of());
    }

    static Column text(int number, String name) {
        return column(number, name, TEXT, false, Generation.NONE);
    }

    static Column notNull(int number, String name) {
        return column(number, name, TEXT, true, Generation.NONE);
    }

    static Column generated(int number, String name) {
        return column(number, name, TEXT, false, Generation.STORED);
    }

    /** A column of a domain over a domain that is NOT NULL. */
    static Column ofNotNullDomain(int number, String name) {
        DataType inner = new DataType.Domain(1, new QualifiedName("public", "inner"), TEXT, true, List.of());
        ColumnType innerType = new ColumnType(inner, -1, 0, "inner");
        DataType outer = new DataType.Domain(2, new QualifiedName("public", "outer"), innerType, false, List.of());
        return column(number, name, new ColumnType(outer, -1, 0, "outer"), false, Generation.NONE);
    }

    private static Column column(int number, String name, ColumnType type, boolean notNull, Generation generation) {
        return new Column(
                number,
                name,
                type,
                notNull,
                generation,
                Identity.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private long add(
            Kind kind, QualifiedName name, OptionalLong partitionOf, Optional<String> extension, Column... columns) {
        long oid = relations.size() + 1L;
        relations.add(new Relation(
                oid,
                name,
                kind,
                Persistence.PERMANENT,
                List.of(columns),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                partitionOf,
                Optional.empty(),
                List.of(),
                extension,
                false,
                Optional.empty(),
                -1,
                0));
        return oid;
    }
}
