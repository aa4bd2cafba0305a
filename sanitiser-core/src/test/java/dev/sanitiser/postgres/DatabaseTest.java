package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unquotedName;

import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void quotes_every_name() {
        String sql = Database.withoutConnection()
                .render(select(field(unquotedName("a"))).from(table(name("odd \"schema\".", "t"))));

        assertThat(sql).isEqualTo("select \"a\" from \"odd \"\"schema\"\".\".\"t\"");
    }

    @Test
    void logs_neither_bind_values_nor_warnings() {
        assertThat(Database.withoutConnection().settings().isExecuteLogging()).isFalse();
        assertThat(Database.withoutConnection().settings().isFetchWarnings()).isFalse();
    }

    @Test
    void leaves_the_connection_open() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect()) {
            assertThat(Database.on(connection).selectOne().fetchOne(0, int.class))
                    .isEqualTo(1);
            assertThat(connection.isClosed()).isFalse();
        }
    }
}
