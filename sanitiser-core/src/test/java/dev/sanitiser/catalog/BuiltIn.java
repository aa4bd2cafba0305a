package dev.sanitiser.catalog;

/** Types of PostgreSQL itself as a column uses them; their oids never change. */
final class BuiltIn {

    static final ColumnType INTEGER = plain(23, "int4", "integer");
    static final ColumnType BIGINT = plain(20, "int8", "bigint");
    static final ColumnType TEXT = plain(25, "text", "text");

    private BuiltIn() {}

    static DataType.Base base(long oid, String name) {
        return new DataType.Base(oid, new QualifiedName("pg_catalog", name));
    }

    static ColumnType plain(long oid, String name, String formatted) {
        return new ColumnType(base(oid, name), -1, 0, formatted);
    }

    /** @param length as declared; the type's coding adds 4 */
    static ColumnType varchar(int length) {
        return new ColumnType(base(1043, "varchar"), length + 4, 0, "character varying(" + length + ")");
    }
}
