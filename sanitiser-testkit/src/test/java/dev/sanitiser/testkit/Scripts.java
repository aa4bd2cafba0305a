package dev.sanitiser.testkit;

import dev.sanitiser.testkit.postgres.PostgresServer;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs SQL as a test of an application would. */
public final class Scripts {

    private Scripts() {}

    /** @return a new database */
    public static TestDatabase database(String script) {
        TestDatabase database = PostgresServer.shared().createDatabase();
        run(database.dataSource(), script);
        return database;
    }

    public static void run(DataSource dataSource, String script) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of each row. */
    public static List<String> query(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                result.add(String.valueOf(rows.getString(1)));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
