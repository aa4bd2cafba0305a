package dev.sanitiser.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/** Turns settings into pgjdbc's data source. */
final class DriverDataSource {

    /** Set at connect, which wins over what {@code ALTER ROLE} or {@code ALTER DATABASE} set. */
    private static final String SESSION_OPTIONS = "-c standard_conforming_strings=on -c search_path=pg_catalog"
            + " -c DateStyle=ISO,MDY -c IntervalStyle=postgres -c extra_float_digits=3";

    private DriverDataSource() {}

    static PGSimpleDataSource of(ConnectionSettings settings, String applicationName) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {bracketed(settings.host())});
        dataSource.setPortNumbers(new int[] {settings.port()});
        dataSource.setDatabaseName(settings.database());
        dataSource.setUser(settings.user());
        if (!settings.password().isEmpty()) {
            dataSource.setPassword(settings.password());
        }
        dataSource.setApplicationName(applicationName);
        dataSource.setOptions(SESSION_OPTIONS);
        dataSource.setLogServerErrorDetail(false);
        dataSource.setTcpKeepAlive(true);
        dataSource.setConnectTimeout((int) settings.connectTimeout().toSeconds());
        addTls(dataSource, settings.tls());
        return dataSource;
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static void addTls(PGSimpleDataSource dataSource, Map<String, String> tls) {
        if (tls.containsKey("sslmode")) {
            dataSource.setSslMode(mode(tls));
        }
        if (tls.containsKey("channel_binding")) {
            setChannelBinding(dataSource, tls.get("channel_binding"));
        }
        if (TlsSettings.SYSTEM.equals(tls.get("sslrootcert"))) {
            dataSource.setSslfactory(DefaultJavaSSLFactory.class.getName());
        } else if (tls.containsKey("sslrootcert")) {
            dataSource.setSslRootCert(tls.get("sslrootcert"));
        }
        if (tls.containsKey("sslcert") && tls.containsKey("sslkey")) {
            dataSource.setSslCert(tls.get("sslcert"));
            dataSource.setSslKey(tls.get("sslkey"));
            dataSource.setPemKeyAlgorithm(
                    ClientKey.read(Path.of(tls.get("sslkey"))).algorithm());
        }
    }

    private static void setChannelBinding(PGSimpleDataSource dataSource, String value) {
        try {
            dataSource.setProperty("channelBinding", value);
        } catch (SQLException e) {
            throw new IllegalStateException("pgjdbc has no property channelBinding");
        }
    }

    /** libpq verifies the authority in mode {@code require} once it has a root certificate; pgjdbc must be told to. */
    private static String mode(Map<String, String> tls) {
        String mode = tls.getOrDefault("sslmode", "prefer");
        return mode.equals("require") && tls.containsKey("sslrootcert") ? "verify-ca" : mode;
    }
}
