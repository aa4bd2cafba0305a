package dev.sanitiser.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code [user[:password]@][host][:port][/dbname][?name=value[&…]]} as libpq's {@code conninfo_uri_parse} does,
 * but for two things: one host only, and an unescaped {@code @} in host or database is refused because it is most
 * likely the end of a password.
 */
final class LibpqUrl {

    private static final Pattern USER_INFO = Pattern.compile("([^@/:]*)(?::([^@/]*))?@(.*)", Pattern.DOTALL);
    private static final Pattern LOCATION = Pattern.compile(
            "(?:\\[([^\\]]*)\\]|([^\\[:/?][^:/?]*)?)(?::([^/?]*))?(?:/([^?]*))?(?:\\?(.*))?", Pattern.DOTALL);
    private static final String HINT = "; in a password, write @ as %40, / as %2F, : as %3A and % as %25";

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private LibpqUrl() {}

    /** @param rest what follows the scheme and its slashes */
    static Map<String, String> parse(String rest) {
        LibpqUrl url = new LibpqUrl();
        url.readLocation(url.readUserInfo(rest));
        return url.parameters;
    }

    private String readUserInfo(String rest) {
        Matcher matcher = USER_INFO.matcher(rest);
        if (!matcher.matches()) {
            return rest;
        }
        put("user", matcher.group(1), "user name");
        put("password", matcher.group(2) == null ? "" : matcher.group(2), "password");
        return matcher.group(3);
    }

    private void readLocation(String location) {
        Matcher matcher = LOCATION.matcher(location);
        if (!matcher.matches()) {
            throw ConnectionUrl.refused("its host cannot be read; write an IPv6 address as [::1]" + HINT);
        }
        String host = either(matcher.group(1), matcher.group(2));
        String port = either(matcher.group(3), null);
        String database = either(matcher.group(4), null);
        if (host.contains("@") || port.contains("@") || database.contains("@")) {
            throw ConnectionUrl.refused("it has a stray @" + HINT);
        }
        if (host.contains(",") || port.contains(",")) {
            throw ConnectionUrl.severalHosts();
        }
        put("host", host, "host");
        put("port", port, "port");
        put("dbname", database, "database");
        readParameters(either(matcher.group(5), null));
    }

    private static String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }

    private void readParameters(String query) {
        if (query.isEmpty()) {
            return;
        }
        int position = 0;
        for (String pair : query.split("&", -1)) {
            position++;
            int equals = pair.indexOf('=');
            if (equals < 0 || pair.indexOf('=', equals + 1) >= 0) {
                throw ConnectionUrl.refused("parameters are written name=value and joined by &"
                        + "; within a value, write = as %3D and & as %26");
            }
            String place = "parameter " + position;
            readParameter(
                    position, decode(pair.substring(0, equals), place), decode(pair.substring(equals + 1), place));
        }
    }

    private void readParameter(int position, String name, String value) {
        if (name.equals("ssl") && value.equals("true")) {
            parameters.put("sslmode", "require");
        } else if (LibpqKeyword.supportedKeywords().contains(name)) {
            parameters.put(name, value);
        } else if (!LibpqKeyword.isWithoutEffect(name)) {
            refuse(position, name, value);
        }
    }

    private static void refuse(int position, String name, String value) {
        LibpqKeyword.Refused refused = LibpqKeyword.refused().stream()
                .filter(r -> r.keyword().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ConnectionUrl.unknownParameter(position, String.join(", ", LibpqKeyword.supportedKeywords())));
        if (refused.refuses(value)) {
            throw ConnectionUrl.unsupportedParameter(name);
        }
    }

    private void put(String keyword, String encoded, String place) {
        if (!encoded.isEmpty()) {
            parameters.put(keyword, decode(encoded, place));
        }
    }

    private static String decode(String encoded, String place) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw ConnectionUrl.refused("its " + place
                        + " has a % that is not followed by two hexadecimal digits (other than 00); write % as %25");
            }
            decoded.write(high * 16 + low);
            i += 2;
        }
        return utf8(decoded.toByteArray(), place);
    }

    private static String utf8(byte[] bytes, String place) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ConnectionUrl.refused("its " + place + " is not UTF-8");
        }
    }
}
