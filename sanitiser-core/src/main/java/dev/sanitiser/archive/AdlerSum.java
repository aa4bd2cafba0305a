package dev.sanitiser.archive;

/** Joins the Adler-32 checksums (RFC 1950, section 8.2) of two byte sequences into that of their concatenation. */
final class AdlerSum {

    /** The checksum of nothing. */
    static final int INITIAL = 1;

    private static final long MODULUS = 65521;

    private AdlerSum() {}

    static int join(int first, int second, long secondLength) {
        long low = Math.floorMod(low(first) + low(second) - 1, MODULUS);
        long high = Math.floorMod(high(first) + high(second) + secondLength % MODULUS * (low(first) - 1), MODULUS);
        return (int) (high << 16 | low);
    }

    private static long low(int sum) {
        return sum & 0xffffL;
    }

    private static long high(int sum) {
        return (sum & 0xffffffffL) >>> 16;
    }
}
