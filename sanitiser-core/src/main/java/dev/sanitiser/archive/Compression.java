package dev.sanitiser.archive;

/**
 * How the rows in an archive are compressed.
 *
 * @param level 0 for none, or zlib's 1 (fast) to 9 (small)
 */
public record Compression(int level) {
    public Compression {
        if (level < 0 || level > 9) {
            throw new IllegalArgumentException("level must be 0 to 9");
        }
    }

    public static Compression none() {
        return new Compression(0);
    }

    /** The level {@code pg_dump} uses by default: 6. */
    public static Compression standard() {
        return new Compression(6);
    }

    public boolean compresses() {
        return level > 0;
    }
}
