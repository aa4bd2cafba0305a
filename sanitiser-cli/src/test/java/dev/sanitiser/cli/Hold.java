package dev.sanitiser.cli;

import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Another session of the source, in a transaction that holds up a run until it is committed or rolled back. */
final class Hold implements AutoCloseable {

    private final Connection connection;

    private Hold(Connection connection) {
        this.connection = connection;
    }

    static Hold by(TestDatabase source, String script) {
        try {
            Connection connection = source.connect();
            connection.setAutoCommit(false);
            Hold hold = new Hold(connection);
            hold.run(script);
            return hold;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String script) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void release() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
