package dev.sanitiser.draft;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Writes down what statements ask for, the types of their results, and all that is read of those. */
final class RecordingSource {

    private final DataSource source;
    private final Map<String, List<String>> types = new LinkedHashMap<>();
    private final List<String> statements = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    RecordingSource(DataSource source) {
        this.source = source;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, source, "");
    }

    List<String> statements() {
        return statements;
    }

    List<String> values() {
        return values;
    }

    Set<String> typesOfStatementsWith(String text) {
        Set<String> found = new TreeSet<>();
        types.forEach((sql, itsTypes) -> {
            if (sql.contains(text)) {
                found.addAll(itsTypes);
            }
        });
        return found;
    }

    /** A statement may be given its text when it is made, or when it is executed. */
    private <T> T proxy(Class<T> type, T target, String sql) {
        String[] last = {sql};
        return type.cast(Proxy.newProxyInstance(
                RecordingSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean isGiven = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                    if (isGiven && type != ResultSet.class) {
                        last[0] = (String) arguments[0];
                    }
                    try {
                        return recorded(method.invoke(target, arguments), last[0]);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object recorded(Object result, String sql) throws SQLException {
        if (result instanceof Connection connection) {
            return proxy(Connection.class, connection, sql);
        }
        if (result instanceof java.sql.PreparedStatement statement) {
            return proxy(java.sql.PreparedStatement.class, statement, sql);
        }
        if (result instanceof Statement statement) {
            return proxy(Statement.class, statement, sql);
        }
        if (result instanceof ResultSet rows) {
            statements.add(sql);
            types.put(sql, types(rows.getMetaData()));
            return proxy(ResultSet.class, rows, sql);
        }
        if (result != null) {
            values.add(result.toString());
        }
        return result;
    }

    private static List<String> types(ResultSetMetaData columns) throws SQLException {
        List<String> types = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            types.add(columns.getColumnTypeName(i));
        }
        return types;
    }
}
