package dev.sanitiser.testing;

import dev.sanitiser.postgres.Source;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A source whose data source or connections do a little more than the driver's. */
public final class HookedSource {

    private HookedSource() {}

    /** Lends the same connection again and again, as a pool of one would: to close it is to give it back. */
    public static Source poolOf(TestDatabase database, Connection connection) {
        return lending(database, connection, call -> {});
    }

    /** Tells the name of each method of {@link Connection} before it is called. */
    public static Source lending(TestDatabase database, Connection connection, Consumer<String> beforeCall) {
        Connection lent = proxy(Connection.class, (proxy, method, arguments) -> {
            beforeCall.accept(method.getName());
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        });
        DataSource dataSource = proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return lent;
            }
            throw new UnsupportedOperationException(method.getName());
        });
        return new Source(dataSource, Source.of(database.dataSource()).settings());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(HookedSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
