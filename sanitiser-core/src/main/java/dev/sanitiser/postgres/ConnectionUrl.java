package dev.sanitiser.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a connection URL into libpq's keywords. No message quotes any part of the URL whose place could be wrong: an
 * unescaped character in a password moves pieces of it into host, port, database or parameter names.
 */
final class ConnectionUrl {

    private static final String JDBC = "jdbc:postgresql:";

    private ConnectionUrl() {}

    /**
     * @return the parameters that are given and not empty, by libpq's names, each of them supported; values are not
     *     checked yet
     */
    static Map<String, String> parse(String url) {
        if (url.startsWith(JDBC)) {
            return withoutEmpty(JdbcUrl.parse(url.substring(JDBC.length())));
        }
        for (String scheme : new String[] {"postgresql://", "postgres://"}) {
            if (url.startsWith(scheme)) {
                return withoutEmpty(LibpqUrl.parse(url.substring(scheme.length())));
            }
        }
        throw refused("it must begin with postgresql://, postgres:// or jdbc:postgresql://");
    }

    private static Map<String, String> withoutEmpty(Map<String, String> parameters) {
        Map<String, String> given = new LinkedHashMap<>(parameters);
        given.values().removeIf(String::isEmpty);
        return given;
    }

    /** @param problem completes "The connection URL is not valid: …" and holds no part of the URL */
    static SanitiserException refused(String problem) {
        return new SanitiserException(FailureKind.USAGE, "The connection URL is not valid: " + problem + ".");
    }

    static SanitiserException severalHosts() {
        return refused("it names several hosts; name the one to read from");
    }

    static SanitiserException unknownParameter(int position, String known) {
        return refused("its " + ordinal(position) + " parameter has a name that is not known; known are " + known
                + " (in a password, write & as %26)");
    }

    static SanitiserException unsupportedParameter(String name) {
        return refused("Sanitiser cannot honour its parameter \"" + name
                + "\" for both its driver and pg_dump; leave the parameter out");
    }

    private static String ordinal(int position) {
        String suffix = position % 100 / 10 == 1
                ? "th"
                : switch (position % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return String.format(Locale.ROOT, "%d%s", position, suffix);
    }
}
