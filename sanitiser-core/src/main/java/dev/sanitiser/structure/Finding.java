package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A literal of the structure that looks like a real value; it tells where, never which.
 *
 * @param description the kind of the entry that holds the literal
 * @param name the entry's name, with its schema
 * @param looksLike what it looks like, such as {@code an e-mail address}
 * @param fingerprint of literal and place: 16 hexadecimal digits, the same in every run
 */
public record Finding(String description, String name, String looksLike, String fingerprint) {

    private static final int FINGERPRINT_BYTES = 8;

    static Finding of(ArchiveEntry entry, Detector detector, String literal) {
        String identity = String.join(
                "\0", detector.looksLike(), entry.description(), entry.schema().orElse(""), entry.tag(), literal);
        return new Finding(entry.description(), Entries.name(entry), detector.looksLike(), fingerprint(identity));
    }

    private static String fingerprint(String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** {@code FUNCTION public.notify(): a literal looks like an e-mail address (fingerprint 0123456789abcdef)}. */
    @Override
    public String toString() {
        return description + " " + name + ": a literal looks like " + looksLike + " (fingerprint " + fingerprint + ")";
    }
}
