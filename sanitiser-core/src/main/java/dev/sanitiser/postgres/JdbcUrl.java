package dev.sanitiser.postgres;

import static java.util.Map.entry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** Reads what follows {@code jdbc:postgresql:} as pgjdbc's driver does, into libpq's keywords. */
final class JdbcUrl {

    private static final Pattern LOCATION = Pattern.compile(
            "(?:\\[(?<v6>[^\\]]*)\\]|(?<host>[^\\[:/]*))(?::(?<port>[^/]*))?(?:/(?<database>.*))?", Pattern.DOTALL);

    private static final Map<String, String> KEYWORDS = Map.ofEntries(
            entry("PGHOST", "host"),
            entry("PGPORT", "port"),
            entry("PGDBNAME", "dbname"),
            entry("user", "user"),
            entry("password", "password"),
            entry("connectTimeout", "connect_timeout"),
            entry("sslmode", "sslmode"),
            entry("sslrootcert", "sslrootcert"),
            entry("sslcert", "sslcert"),
            entry("sslkey", "sslkey"),
            entry("channelBinding", "channel_binding"));

    /** Whatever decides who is trusted, or what the session is; pg_dump would not obey. */
    private static final Set<String> REFUSED = Set.of(
            "authenticationPluginClassName",
            "gssEncMode",
            "jaasApplicationName",
            "jaasLogin",
            "kerberosServerName",
            "localSocketAddress",
            "options",
            "replication",
            "requireAuth",
            "service",
            "socketFactory",
            "socketFactoryArg",
            "sslNegotiation",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslpassword",
            "sslpasswordcallback",
            "sspiServiceClass",
            "targetServerType",
            "useSpnego");

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private JdbcUrl() {}

    /** @param rest what follows {@code jdbc:postgresql:} */
    static Map<String, String> parse(String rest) {
        JdbcUrl url = new JdbcUrl();
        int query = rest.indexOf('?');
        url.readLocation(query < 0 ? rest : rest.substring(0, query));
        if (query >= 0) {
            url.readParameters(rest.substring(query + 1));
        }
        return url.parameters;
    }

    private void readLocation(String location) {
        if (location.contains("@")) {
            throw ConnectionUrl.refused("a jdbc: URL has no user and password before the host; write"
                    + " ?user=…&password=… at its end, or begin with postgresql://");
        }
        if (!location.startsWith("//")) {
            parameters.put("dbname", decode(location.startsWith("/") ? location.substring(1) : location, "database"));
            return;
        }
        Matcher matcher = LOCATION.matcher(location.substring(2));
        if (!matcher.matches()) {
            throw ConnectionUrl.refused("its host cannot be read; write an IPv6 address as [::1]");
        }
        String host = text(matcher, "v6") + text(matcher, "host");
        String port = text(matcher, "port");
        if (host.contains(",") || port.contains(",")) {
            throw ConnectionUrl.severalHosts();
        }
        parameters.put("host", host);
        parameters.put("port", port);
        parameters.put("dbname", decode(text(matcher, "database"), "database"));
    }

    private static String text(Matcher matcher, String group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private void readParameters(String query) {
        int position = 0;
        for (String pair : query.split("&", -1)) {
            position++;
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1), "parameter " + position);
                readParameter(position, name, value);
            }
        }
    }

    private void readParameter(int position, String name, String value) {
        String keyword = KEYWORDS.get(name);
        if (keyword != null) {
            parameters.put(keyword, value);
        } else if (name.equals("ssl")) {
            readSsl(value);
        } else if (!isKnownToDriver(name)) {
            throw ConnectionUrl.unknownParameter(position, String.join(", ", new TreeSet<>(KEYWORDS.keySet())));
        } else if (REFUSED.contains(name) && !value.isEmpty() && !value.equals("any")) {
            throw ConnectionUrl.unsupportedParameter(name);
        }
    }

    private static boolean isKnownToDriver(String name) {
        try {
            new PGSimpleDataSource().getProperty(name);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void readSsl(String value) {
        if (value.isEmpty() || value.equals("true")) {
            parameters.putIfAbsent("sslmode", "verify-full");
        }
    }

    private static String decode(String encoded, String place) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ConnectionUrl.refused(
                    "its " + place + " has a % that is not followed by two hexadecimal digits; write % as %25");
        }
    }
}
