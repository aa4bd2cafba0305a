package dev.sanitiser.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of a random database, as far as it has been built. */
final class Table {

    private final String schema;
    private final String name;
    private final Optional<Table> inheritsFrom;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> partitionKey = new ArrayList<>();
    private final List<List<String>> keys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Map<String, Cell>> rows = new ArrayList<>();

    Table(String schema, String name, Optional<Table> inheritsFrom) {
        this.schema = schema;
        this.name = name;
        this.inheritsFrom = inheritsFrom;
        inheritsFrom.ifPresent(t -> columns.addAll(t.columns));
    }

    String schema() {
        return schema;
    }

    String name() {
        return name;
    }

    String sqlName() {
        return Sql.name(schema) + "." + Sql.name(name);
    }

    Optional<Table> inheritsFrom() {
        return inheritsFrom;
    }

    List<Column> columns() {
        return columns;
    }

    Column column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equals(columnName))
                .findFirst()
                .orElseThrow();
    }

    /** The columns that decide on the partition; empty if it has none. */
    List<String> partitionKey() {
        return partitionKey;
    }

    /** What foreign keys can refer to, the primary key first. */
    List<List<String>> keys() {
        return keys;
    }

    List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    /** By column name, without generated columns. */
    List<Map<String, Cell>> rows() {
        return rows;
    }

    /** The columns that rows bring values for. */
    List<Column> storedColumns() {
        return columns.stream().filter(c -> !c.isGenerated()).toList();
    }
}
