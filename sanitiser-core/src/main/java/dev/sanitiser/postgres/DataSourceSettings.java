package dev.sanitiser.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.common.BaseDataSource;
import org.postgresql.ssl.NonValidatingFactory;

/** Finds out where a data source leads, so that pg_dump can go there too. */
final class DataSourceSettings {

    private DataSourceSettings() {}

    /**
     * The password comes from the data source if it is pgjdbc's own or wraps that; otherwise from {@code PGPASSWORD} or
     * {@code ~/.pgpass}, as libpq would find it.
     */
    static ConnectionSettings of(DataSource dataSource) {
        Map<String, String> parameters =
                driversOwn(dataSource).map(DataSourceSettings::read).orElseGet(() -> ask(dataSource));
        return new ConnectionResolver(passwordVariables(), Path.of(System.getProperty("user.home")))
                .resolve(parameters);
    }

    /** Other variables do not concern a data source that is complete. */
    private static Map<String, String> passwordVariables() {
        Map<String, String> variables = new LinkedHashMap<>(System.getenv());
        variables.keySet().retainAll(Set.of("PGPASSWORD", "PGPASSFILE"));
        return variables;
    }

    private static Optional<BaseDataSource> driversOwn(DataSource dataSource) {
        try {
            if (dataSource instanceof BaseDataSource own) {
                return Optional.of(own);
            }
            return dataSource.isWrapperFor(BaseDataSource.class)
                    ? Optional.of(dataSource.unwrap(BaseDataSource.class))
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> read(BaseDataSource dataSource) {
        if (dataSource.getServerNames().length > 1) {
            throw usage("The data source names several hosts. Give one that names the host to read from.");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "host", unbracketed(dataSource.getServerNames()[0]));
        put(parameters, "port", port(dataSource.getPortNumbers()));
        put(parameters, "dbname", dataSource.getDatabaseName());
        put(parameters, "user", dataSource.getUser());
        put(parameters, "password", dataSource.getPassword());
        put(parameters, "sslmode", mode(dataSource));
        put(parameters, "sslrootcert", dataSource.getSslRootCert());
        put(parameters, "sslcert", dataSource.getSslCert());
        put(parameters, "sslkey", dataSource.getSslKey());
        put(parameters, "channel_binding", channelBinding(dataSource));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String keyword, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(keyword, value);
        }
    }

    private static @Nullable String channelBinding(BaseDataSource dataSource) {
        try {
            String value = dataSource.getProperty("channelBinding");
            return "prefer".equals(value) ? null : value;
        } catch (SQLException e) {
            throw new IllegalStateException("pgjdbc has no property channelBinding");
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String port(int @Nullable [] ports) {
        return ports == null || ports.length == 0 || ports[0] == 0 ? "" : Integer.toString(ports[0]);
    }

    /** As pgjdbc decides: {@code ssl=true} alone means verify-full, or require with the factory that trusts anybody. */
    private static @Nullable String mode(BaseDataSource dataSource) {
        if (dataSource.getSslMode() != null || !dataSource.getSsl()) {
            return dataSource.getSslMode();
        }
        return NonValidatingFactory.class.getName().equals(dataSource.getSslfactory()) ? "require" : "verify-full";
    }

    private static Map<String, String> ask(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            if (url == null || !url.startsWith("jdbc:postgresql:")) {
                throw usage("The data source does not lead to PostgreSQL through pgjdbc: expected connections whose"
                        + " metadata tells a URL that begins with jdbc:postgresql:.");
            }
            Map<String, String> parameters = new LinkedHashMap<>(ConnectionUrl.parse(url));
            parameters.put("user", connection.getMetaData().getUserName());
            return parameters;
        } catch (SQLException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The data source gives no connection (SQLSTATE " + e.getSQLState()
                            + "). Check that its server is up and lets its user in.");
        }
    }

    private static SanitiserException usage(String message) {
        return new SanitiserException(FailureKind.USAGE, message);
    }
}
