package dev.sanitiser.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles TLS as libpq does (PostgreSQL manual, chapter 32.19), with libpq's default files, so that pgjdbc, whose
 * defaults differ, and pg_dump trust the same servers and show the same certificate.
 */
final class TlsSettings {

    /** The value of {@code sslrootcert} that means the trust store of the system. */
    static final String SYSTEM = "system";

    private static final List<String> MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final List<String> BINDINGS = List.of("disable", "prefer", "require");

    private final Path folder;

    TlsSettings(Path home) {
        this.folder = home.resolve(".postgresql");
    }

    /** @return the TLS keywords that are set, all files existing */
    Map<String, String> complete(Map<String, String> given) {
        Map<String, String> tls = new LinkedHashMap<>();
        for (String keyword : List.of("sslmode", "sslrootcert", "sslcert", "sslkey", "channel_binding")) {
            if (given.containsKey(keyword)) {
                tls.put(keyword, given.get(keyword));
            }
        }
        check("sslmode", tls, MODES);
        check("channel_binding", tls, BINDINGS);
        if (!tls.getOrDefault("sslmode", "").equals("disable")) {
            completeTrust(tls);
            completeIdentity(tls);
        }
        return tls;
    }

    private static void check(String keyword, Map<String, String> tls, List<String> allowed) {
        if (tls.containsKey(keyword) && !allowed.contains(tls.get(keyword))) {
            throw usage("The value of " + keyword + " is not known. Expected one of " + String.join(", ", allowed)
                    + ", in --url or " + LibpqKeyword.variableOf(keyword) + ".");
        }
    }

    private void completeTrust(Map<String, String> tls) {
        if (tls.getOrDefault("sslrootcert", "").equals(SYSTEM)) {
            tls.putIfAbsent("sslmode", "verify-full");
            if (!tls.get("sslmode").equals("verify-full")) {
                throw usage(
                        "sslrootcert=system needs sslmode=verify-full, because the system trusts anybody's server.");
            }
            return;
        }
        useDefault("sslrootcert", tls, folder.resolve("root.crt"));
        checkFile("sslrootcert", tls);
        if (tls.getOrDefault("sslmode", "").startsWith("verify-") && !tls.containsKey("sslrootcert")) {
            throw usage("sslmode=" + tls.get("sslmode") + " needs the certificate of the authority that signed the"
                    + " server's. Give its file as sslrootcert, or put it at " + folder.resolve("root.crt") + ".");
        }
    }

    private void completeIdentity(Map<String, String> tls) {
        Path key = folder.resolve("postgresql.key");
        if (Files.exists(key) || tls.containsKey("sslkey")) {
            useDefault("sslcert", tls, folder.resolve("postgresql.crt"));
        }
        if (tls.containsKey("sslcert")) {
            useDefault("sslkey", tls, key);
        }
        if (tls.containsKey("sslcert") != tls.containsKey("sslkey")) {
            throw usage("A client certificate needs its key and a key its certificate. Give both sslcert and sslkey.");
        }
        checkFile("sslcert", tls);
        checkFile("sslkey", tls);
        if (tls.containsKey("sslkey")) {
            ClientKey.read(Path.of(tls.get("sslkey")));
        }
    }

    private static void useDefault(String keyword, Map<String, String> tls, Path file) {
        if (!tls.containsKey(keyword) && Files.exists(file)) {
            tls.put(keyword, file.toString());
        }
    }

    private static void checkFile(String keyword, Map<String, String> tls) {
        if (tls.containsKey(keyword) && !Files.isReadable(Path.of(tls.get(keyword)))) {
            throw usage("The file that " + keyword + " names cannot be read: " + tls.get(keyword) + ".");
        }
    }

    private static SanitiserException usage(String message) {
        return new SanitiserException(FailureKind.USAGE, message);
    }
}
