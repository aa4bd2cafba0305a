package dev.sanitiser.plan;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The 256 secret bits that pseudonyms are made with. They stand in no plan, statement, log or report: a session gets
 * them as bind parameters, for one transaction.
 */
public final class PseudonymKey {

    /** HMAC's pads (RFC 2104) of the key, in hexadecimal; the names of the settings in which a session holds them. */
    static final String INNER_PAD = "sanitiser.inner_pad";

    static final String OUTER_PAD = "sanitiser.outer_pad";

    private static final int SIZE = 32;
    private static final int BLOCK_SIZE_OF_SHA_256 = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final byte[] bytes;

    private PseudonymKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A key that no other run has. */
    public static PseudonymKey random() {
        byte[] bytes = new byte[SIZE];
        new SecureRandom().nextBytes(bytes);
        return new PseudonymKey(bytes);
    }

    /**
     * A key that keeps pseudonyms stable between runs.
     *
     * @param file 32 bytes, or 64 hexadecimal digits and perhaps a line end; only its owner may read or write it
     * @throws SanitiserException of kind USAGE if the file is not such a file
     */
    public static PseudonymKey read(Path file) {
        try {
            requirePrivate(file);
            return new PseudonymKey(decoded(file, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.USAGE, "The key file " + file + " cannot be read. Check the path and its permissions.");
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(OF_OTHERS);
        others.retainAll(Files.getPosixFilePermissions(file));
        if (!others.isEmpty()) {
            throw new SanitiserException(
                    FailureKind.USAGE,
                    "The key file " + file + " is open to other users. Make it private: chmod 600 " + file);
        }
    }

    private static byte[] decoded(Path file, byte[] content) {
        if (content.length == SIZE) {
            return content;
        }
        try {
            byte[] decoded = HexFormat.of().parseHex(new String(content, StandardCharsets.ISO_8859_1).strip());
            if (decoded.length == SIZE) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw misshapen(file);
        }
        throw misshapen(file);
    }

    private static SanitiserException misshapen(Path file) {
        return new SanitiserException(
                FailureKind.USAGE,
                "The key file " + file
                        + " must hold 32 bytes, or 64 hexadecimal digits. Make one: openssl rand -hex 32");
    }

    /**
     * Lets a session make pseudonyms until its transaction ends. This takes the transaction's snapshot, if it has none
     * yet.
     */
    public void handTo(Session session) {
        session.holdSecrets(Map.of(INNER_PAD, pad(INNER), OUTER_PAD, pad(OUTER)));
    }

    private String pad(byte filler) {
        byte[] pad = new byte[BLOCK_SIZE_OF_SHA_256];
        for (int i = 0; i < pad.length; i++) {
            pad[i] = (byte) ((i < bytes.length ? bytes[i] : 0) ^ filler);
        }
        return HexFormat.of().formatHex(pad);
    }

    @Override
    public String toString() {
        return "a pseudonym key";
    }
}
