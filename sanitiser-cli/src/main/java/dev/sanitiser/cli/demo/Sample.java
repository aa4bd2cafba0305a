package dev.sanitiser.cli.demo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A few rows of a table that the demo shows before and after.
 *
 * @param columns the first is the kept key
 * @param keys of the rows
 */
record Sample(QualifiedName table, List<String> columns, List<Long> keys) {

    Sample {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    static List<Sample> all() {
        return List.of(
                of("public", "users", List.of("id", "given_name", "family_name", "username", "email"), 2L, 4L, 16L),
                of("public", "users", List.of("id", "phone", "date_of_birth", "preferences"), 2L, 4L),
                of("public", "address", List.of("id", "recipient", "street", "city", "postcode", "country"), 2L, 4L),
                of("public", "orders", List.of("id", "status", "total", "card_last_four", "delivery_note"), 3L, 4L, 8L),
                of("public", "ticket", List.of("id", "assigned_to", "state", "opened_at", "closed_at"), 1L, 2L, 5L),
                of("audit", "log", List.of("id", "actor_email", "message"), 1L, 2L, 4L));
    }

    private static Sample of(String schema, String table, List<String> columns, Long... keys) {
        return new Sample(new QualifiedName(schema, table), columns, List.of(keys));
    }

    /** @return each row's values as text, empty for NULL, in the order of the keys */
    List<List<Optional<String>>> read(DataSource database) throws SQLException {
        Field<Long> key = field(qualified(columns.get(0)), SQLDataType.BIGINT);
        List<Field<String>> fields = columns.stream()
                .map(column -> field(qualified(column)).cast(SQLDataType.CLOB))
                .toList();
        try (Connection connection = database.getConnection()) {
            return Database.on(connection)
                    .select(fields)
                    .from(DSL.table(table.toName()))
                    .where(key.in(keys))
                    .orderBy(key)
                    .fetch(Sample::texts);
        }
    }

    private Name qualified(String column) {
        return name(table.schema(), table.name(), column);
    }

    private static List<Optional<String>> texts(Record row) {
        List<Optional<String>> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(Optional.ofNullable(row.get(i, String.class)));
        }
        return texts;
    }
}
