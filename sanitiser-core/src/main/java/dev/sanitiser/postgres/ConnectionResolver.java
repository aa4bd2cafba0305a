package dev.sanitiser.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Completes a URL's parameters from variables, files and defaults, and checks the result. */
final class ConnectionResolver {

    private static final String DEFAULT_HOST = "localhost";
    private static final String DEFAULT_PORT = "5432";
    private static final String DEFAULT_CONNECT_TIMEOUT = "10";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Map<String, String> environment;
    private final Path home;

    ConnectionResolver(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /** @param url parameters by libpq's names; they win over everything else */
    ConnectionSettings resolve(Map<String, String> url) {
        checkVariables();
        Map<String, String> given = new LinkedHashMap<>();
        LibpqKeyword.supportedKeywords().forEach(keyword -> {
            String value = environment.getOrDefault(LibpqKeyword.variableOf(keyword), "");
            given.put(keyword, url.getOrDefault(keyword, value));
        });
        given.values().removeIf(String::isEmpty);
        return complete(given);
    }

    private void checkVariables() {
        for (LibpqKeyword.Refused refused : LibpqKeyword.refused()) {
            if (refused.refuses(environment.getOrDefault(refused.variable(), ""))) {
                throw usage(
                        "The variable " + refused.variable() + " is set, but Sanitiser cannot honour it for both its"
                                + " driver and pg_dump. Unset it, and say in --url or the other PG variables where to connect.");
            }
        }
    }

    private ConnectionSettings complete(Map<String, String> given) {
        String host = host(given.getOrDefault("host", DEFAULT_HOST));
        int port = port(given.getOrDefault("port", DEFAULT_PORT));
        String user = given.getOrDefault("user", System.getProperty("user.name"));
        String database = given.getOrDefault("dbname", user);
        String password = given.containsKey("password")
                ? given.get("password")
                : StoredPasswords.of(given, home)
                        .find(host, port, database, user)
                        .orElse("");
        Map<String, String> tls = new TlsSettings(home).complete(given);
        return new ConnectionSettings(host, port, database, user, password, tls, connectTimeout(given));
    }

    private static String host(String host) {
        if (host.startsWith("/") || host.startsWith("@")) {
            throw usage("The host is the folder of a Unix socket, which Java's driver cannot use. Give a host name,"
                    + " such as localhost, in --url or PGHOST.");
        }
        if (host.contains(",")) {
            throw usage("The host is a list. Name the one host to read from in --url or PGHOST.");
        }
        return host;
    }

    private static int port(String port) {
        int number = NUMBER.matcher(port).matches() ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65535) {
            throw usage("The port is not a number from 1 to 65535. Correct it in --url or PGPORT; in a password,"
                    + " write : as %3A and / as %2F.");
        }
        return number;
    }

    private static Duration connectTimeout(Map<String, String> given) {
        String seconds = given.getOrDefault("connect_timeout", DEFAULT_CONNECT_TIMEOUT);
        if (!NUMBER.matcher(seconds).matches()) {
            throw usage("The connect timeout is not a number of seconds. Correct connect_timeout in --url, or"
                    + " PGCONNECT_TIMEOUT; 0 waits without limit.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static SanitiserException usage(String message) {
        return new SanitiserException(FailureKind.USAGE, message);
    }
}
