package dev.sanitiser.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Puts types together from the parts they are made of; each type of the database becomes one object. */
final class TypeReader {

    private final Map<Long, Record> rows;
    private final Map<Long, List<String>> labels;
    private final Map<Long, List<Record>> attributes;
    private final Map<Long, List<Check>> checks;
    private final Map<Long, DataType> types = new HashMap<>();

    private TypeReader(
            Map<Long, Record> rows,
            Map<Long, List<String>> labels,
            Map<Long, List<Record>> attributes,
            Map<Long, List<Check>> checks) {
        this.rows = rows;
        this.labels = labels;
        this.attributes = attributes;
        this.checks = checks;
    }

    /** @param columns the rows that describe the columns of each relation and the fields of each composite type */
    static TypeReader read(DSLContext db, Map<Long, List<Record>> columns) {
        TypeQueries queries = new TypeQueries(db);
        return new TypeReader(
                Rows.byNumber(queries.types(), "oid"),
                Rows.byOwner(queries.labels(), row -> Rows.text(row, "label")),
                columns,
                Rows.byOwner(queries.domainChecks(), ConstraintReader::check));
    }

    /**
     * The type that a column, field or domain names in its columns {@code type}, {@code modifier}, {@code dimensions}
     * and {@code formatted}.
     */
    ColumnType columnType(Record row) {
        DataType type = type(Rows.number(row, "type"));
        int dimensions = type instanceof DataType.Array ? Rows.integer(row, "dimensions") : 0;
        return new ColumnType(type, Rows.integer(row, "modifier"), dimensions, Rows.text(row, "formatted"));
    }

    private DataType type(long oid) {
        DataType known = types.get(oid);
        if (known != null) {
            return known;
        }
        DataType type = assemble(oid);
        types.put(oid, type);
        return type;
    }

    private DataType assemble(long oid) {
        Record row = rows.get(oid);
        if (row == null) {
            throw Rows.structureChanged();
        }
        QualifiedName name = Rows.qualifiedName(row);
        return switch (Rows.text(row, "kind")) {
            case "e" -> new DataType.Enumeration(oid, name, labels.getOrDefault(oid, List.of()));
            case "d" ->
                new DataType.Domain(
                        oid, name, columnType(row), Rows.flag(row, "not_null"), checks.getOrDefault(oid, List.of()));
            case "c" -> new DataType.Composite(oid, name, attributes(Rows.number(row, "relation")));
            case "r" -> new DataType.Range(oid, name, type(Rows.number(row, "subtype")));
            case "m" -> new DataType.Multirange(oid, name, range(Rows.number(row, "range")));
            default -> arrayOrBase(oid, name, Rows.optionalNumber(row, "element"));
        };
    }

    private DataType arrayOrBase(long oid, QualifiedName name, OptionalLong element) {
        return element.isPresent()
                ? new DataType.Array(oid, name, type(element.getAsLong()))
                : new DataType.Base(oid, name);
    }

    private DataType.Range range(long oid) {
        return (DataType.Range) type(oid);
    }

    private List<DataType.Attribute> attributes(long relation) {
        return attributes.getOrDefault(relation, List.of()).stream()
                .map(row -> new DataType.Attribute(Rows.text(row, "name"), columnType(row)))
                .toList();
    }
}
