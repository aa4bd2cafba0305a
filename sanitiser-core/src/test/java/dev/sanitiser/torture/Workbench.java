package dev.sanitiser.torture;

import dev.sanitiser.testing.TestDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Builds a database statement by statement; what PostgreSQL refuses is not part of it. */
final class Workbench implements AutoCloseable {

    private static final String TRY_ALL = """
            CREATE FUNCTION pg_temp.try_all(statements text[]) RETURNS boolean[] LANGUAGE plpgsql AS $$
            DECLARE
                statement text;
                done boolean[] := '{}';
            BEGIN
                FOREACH statement IN ARRAY statements LOOP
                    BEGIN
                        EXECUTE statement;
                        done := done || true;
                    EXCEPTION WHEN OTHERS THEN
                        done := done || false;
                    END;
                END LOOP;
                RETURN done;
            END $$
            """;

    private final Connection connection;
    private final List<String> script = new ArrayList<>();

    Workbench(TestDatabase database) throws SQLException {
        connection = database.connect();
        execute(TRY_ALL);
    }

    /** A statement that must be accepted. */
    void run(String sql) {
        try {
            execute(sql);
            script.add(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The random database has an invalid statement: " + sql, e);
        }
    }

    /** @return whether PostgreSQL accepted it */
    boolean attempt(String sql) {
        try {
            execute(sql);
            script.add(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Tries statements one by one, with no constraint deferred. */
    List<Boolean> attemptAll(List<String> statements) {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_temp.try_all(?)")) {
            connection.setAutoCommit(false);
            execute("SET CONSTRAINTS ALL IMMEDIATE");
            query.setArray(1, connection.createArrayOf("text", statements.toArray()));
            List<Boolean> done = booleans(query);
            connection.commit();
            connection.setAutoCommit(true);
            for (int i = 0; i < done.size(); i++) {
                if (done.get(i)) {
                    script.add(statements.get(i));
                }
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Boolean> booleans(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("A function without a value");
            }
            Array array = rows.getArray(1);
            return List.of((Boolean[]) array.getArray());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every accepted statement, in order. */
    String script() {
        return String.join(";\n", script) + ";\n";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
