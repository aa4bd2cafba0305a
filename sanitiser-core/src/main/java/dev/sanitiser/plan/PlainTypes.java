package dev.sanitiser.plan;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;

/** What types are made of. */
final class PlainTypes {

    private static final long OID_OF_TEXT = 25;
    private static final long OID_OF_DATE = 1082;

    static final ColumnType TEXT =
            new ColumnType(new DataType.Base(OID_OF_TEXT, new QualifiedName("pg_catalog", "text")), -1, 0, "text");

    static final ColumnType DATE =
            new ColumnType(new DataType.Base(OID_OF_DATE, new QualifiedName("pg_catalog", "date")), -1, 0, "date");

    private PlainTypes() {}

    /** What a domain is made of, or the elements of an array, at any depth. */
    static DataType scalar(DataType type) {
        if (type instanceof DataType.Domain domain) {
            return scalar(domain.underlying().type());
        }
        return type instanceof DataType.Array array ? scalar(array.element()) : type;
    }
}
