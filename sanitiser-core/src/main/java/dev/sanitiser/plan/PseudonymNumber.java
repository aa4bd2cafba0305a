package dev.sanitiser.plan;

/**
 * How the values of a key domain become numbers: from 1, keyed, different for different values. The domain's generator
 * makes a pseudonym of the number.
 */
public sealed interface PseudonymNumber {

    /** What sets the numbers of one domain apart from those of all others; a function of names. */
    String tag();

    /**
     * A permutation of the integers from 1 to 2^(2 × halfBits): four Feistel rounds, each by a table of the keyed hash.
     *
     * @param halfBits from 1 to 15
     */
    record Permutation(String tag, int halfBits) implements PseudonymNumber {

        public Permutation {
            if (halfBits < 1 || halfBits > 15) {
                throw new IllegalArgumentException("halfBits must be from 1 to 15");
            }
        }

        long last() {
            return 1L << (2 * halfBits);
        }
    }

    /**
     * HMAC-SHA-256 of the value's canonical text, reduced to 1 to {@code space}; the plan proves that the values of its
     * domain do not collide.
     */
    record Digest(String tag, CanonicalText text, long space) implements PseudonymNumber {}

    /** Texts that are equal exactly where the values are. */
    enum CanonicalText {
        PLAIN,
        LOWER_CASE,
        NUMBER,
        FLOAT
    }
}
