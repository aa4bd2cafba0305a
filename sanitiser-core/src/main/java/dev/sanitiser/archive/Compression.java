package dev.sanitiser.archive;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.Locale;

/**
 * How the rows in an archive are compressed.
 *
 * @param level from 1 (fast) to the method's highest (small); 0 for {@link Method#NONE}, and for LZ4's fastest
 */
public record Compression(Method method, int level) {

    /** The level of {@code zstd} itself. */
    private static final int STANDARD_ZSTD_LEVEL = 3;

    public Compression {
        if (level < method.lowest || level > method.highest) {
            throw new IllegalArgumentException("level must be " + method.lowest + " to " + method.highest);
        }
    }

    /** @param level 0 for none, or gzip's 1 (fast) to 9 (small) */
    public Compression(int level) {
        this(level == 0 ? Method.NONE : Method.GZIP, level);
    }

    public static Compression none() {
        return new Compression(Method.NONE, 0);
    }

    /** The level {@code pg_dump} uses by default: gzip's 6. */
    public static Compression standard() {
        return new Compression(Method.GZIP, 6);
    }

    /** Zstandard at its own default level, 3; see {@link Method#ZSTD}. */
    public static Compression zstd() {
        return zstd(STANDARD_ZSTD_LEVEL);
    }

    /** @param level 1 (fast) to 22 (small); see {@link Method#ZSTD} */
    public static Compression zstd(int level) {
        return new Compression(Method.ZSTD, level);
    }

    /** LZ4 at its fastest; see {@link Method#LZ4}. */
    public static Compression lz4() {
        return lz4(0);
    }

    /** @param level 0 (fast) to 12 (small), as {@code pg_dump} counts; see {@link Method#LZ4} */
    public static Compression lz4(int level) {
        return new Compression(Method.LZ4, level);
    }

    public boolean compresses() {
        return method != Method.NONE;
    }

    /**
     * Finds out whether this machine can compress so.
     *
     * @throws SanitiserException of kind ENVIRONMENT if the library that does it is not on the class path, or its
     *     native part cannot be loaded
     */
    public void requireLibrary() {
        try {
            switch (method) {
                case NONE, GZIP -> {}
                case LZ4 -> Lz4Frames.load();
                case ZSTD -> ZstdFrames.load();
            }
        } catch (LinkageError e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "Compression by " + method + " needs the library " + method.library
                            + ", which is not on the class path or cannot be loaded here. Add it, or compress by gzip.");
        }
    }

    /** What compresses, by the names of {@code pg_dump --compress}. */
    public enum Method {
        NONE(0, 0, 0, "", 12, ""),
        /** zlib; archives that {@code pg_restore} 12 and all later ones read. */
        GZIP(1, 1, 9, ".gz", 12, ""),
        /**
         * LZ4 frames; archives that {@code pg_restore} 16 and later ones read. Takes {@code at.yawk.lz4:lz4-java} on
         * the class path, an optional dependency.
         */
        LZ4(2, 0, 12, ".lz4", 16, "at.yawk.lz4:lz4-java"),
        /**
         * Zstandard frames; archives that {@code pg_restore} 16 and later ones read. Takes
         * {@code com.github.luben:zstd-jni} on the class path, an optional dependency.
         */
        ZSTD(3, 1, 22, ".zst", 16, "com.github.luben:zstd-jni");

        private final int code;
        private final int lowest;
        private final int highest;
        private final String suffix;
        private final int oldestPgRestore;
        private final String library;

        Method(int code, int lowest, int highest, String suffix, int oldestPgRestore, String library) {
            this.code = code;
            this.lowest = lowest;
            this.highest = highest;
            this.suffix = suffix;
            this.oldestPgRestore = oldestPgRestore;
            this.library = library;
        }

        /** The oldest major version of {@code pg_restore} that reads what is compressed so. */
        public int oldestPgRestore() {
            return oldestPgRestore;
        }

        /** In the header, from format version 1.15 on. */
        int code() {
            return code;
        }

        /** Of a data file in directory format. */
        String suffix() {
            return suffix;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As {@code --compress} takes it: {@code gzip:6}, {@code lz4}, {@code none}. */
    @Override
    public String toString() {
        return level == 0 ? method.toString() : method + ":" + level;
    }
}
