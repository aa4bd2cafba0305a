package dev.sanitiser.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The private key of a client certificate, in the one form that pgjdbc and libpq both read: PKCS #8 without a
 * passphrase, PEM or DER.
 *
 * @param algorithm as {@link KeyFactory} names it; pgjdbc must be told
 */
record ClientKey(String algorithm) {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
    private static final String CONVERT = "openssl pkcs8 -topk8 -nocrypt";

    /** @throws SanitiserException of kind USAGE if one of the two clients could not read the key */
    static ClientKey read(Path file) {
        byte[] bytes = bytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            throw unusable(file, "is a PKCS #12 store, which pg_dump cannot read", "openssl pkcs12 -nocerts -nodes");
        }
        if (text.contains("ENCRYPTED")) {
            throw unusable(file, "has a passphrase, which cannot be handed to pg_dump", CONVERT);
        }
        Matcher pem = PEM.matcher(text);
        if (pem.find()) {
            return new ClientKey(algorithm(file, Base64.getMimeDecoder().decode(pem.group(1))));
        }
        if (text.contains("-----BEGIN")) {
            throw unusable(file, "is not in PKCS #8 form, the only one that Java's driver reads", CONVERT);
        }
        return new ClientKey(algorithm(file, bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SanitiserException(FailureKind.USAGE, "The file that sslkey names cannot be read: " + file + ".");
        }
    }

    private static String algorithm(Path file, byte[] pkcs8) {
        for (String algorithm : ALGORITHMS) {
            if (isKeyOf(algorithm, pkcs8)) {
                return algorithm;
            }
        }
        throw unusable(file, "holds no private key in PKCS #8 form", CONVERT);
    }

    private static boolean isKeyOf(String algorithm, byte[] pkcs8) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static SanitiserException unusable(Path file, String problem, String command) {
        return new SanitiserException(
                FailureKind.USAGE,
                "The client key " + file + " " + problem + ". Convert it with \"" + command + " -in " + file
                        + " -out FILE\", give FILE mode 0600 and name it as sslkey.");
    }
}
