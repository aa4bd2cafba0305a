package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Seeds that make the fakes of different columns independent; functions of names, never of values. */
final class Seeds {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** Of a domain of keys. */
    static long of(String domain) {
        return of(new QualifiedName("", domain), "");
    }

    /** The seed that all columns of a table share; no column has an empty name. */
    static long ofRow(QualifiedName table) {
        return of(table, "");
    }

    static long of(QualifiedName table, String member) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {table.schema(), table.name(), member}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Another seed for the same column; neighbouring numbers give unrelated draws, because seeds are hashed again. */
    static long branch(long seed, int number) {
        return seed + (number + 1) * GOLDEN_GAMMA;
    }
}
