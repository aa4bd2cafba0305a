package dev.sanitiser.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test's own, dropped when closed. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase create() {
        return named("test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet());
    }

    /** @param name any name, however odd */
    public static TestDatabase named(String name) {
        onServer(DSL.using(org.jooq.SQLDialect.POSTGRES)
                .createDatabase(DSL.name(name))
                .getSQL());
        return new TestDatabase(name);
    }

    /** A copy with the same oids; nobody may be connected to the original. */
    public static TestDatabase cloneOf(TestDatabase original) {
        String name = original.name + "_clone";
        onServer("CREATE DATABASE " + name + " TEMPLATE " + original.name);
        return new TestDatabase(name);
    }

    public String name() {
        return name;
    }

    public PGSimpleDataSource dataSource() {
        return TestServer.dataSource(name);
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Runs a script; statements may be many, separated by semicolons. */
    public TestDatabase run(String script) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows of a query, each with its columns' texts joined by {@code |}; NULL reads {@code null}. */
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                result.add(String.join("|", cells));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits until a condition holds, without a clock of its own: the server sleeps between two looks.
     *
     * @param condition a boolean expression
     */
    public TestDatabase await(String condition) {
        for (int look = 0; look < 1_000; look++) {
            if (query("SELECT (" + condition + ")::text FROM pg_sleep(0.02)").equals(List.of("true"))) {
                return this;
            }
        }
        throw new AssertionError("Not within 20 s: " + condition);
    }

    @Override
    public void close() {
        onServer("DROP DATABASE " + DSL.using(org.jooq.SQLDialect.POSTGRES).render(DSL.name(name)) + " WITH (FORCE)");
    }

    private static void onServer(String sql) {
        try (Connection connection = TestServer.dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
