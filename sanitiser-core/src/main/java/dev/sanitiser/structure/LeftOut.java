package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;

/**
 * Why an entry does not travel.
 *
 * @param origin the entry it came from: the entry itself, or one that it cannot exist without
 * @param reason says why the origin does not travel
 */
record LeftOut(ArchiveEntry origin, Reason reason) {

    /** Whether nothing but another entry keeps this one from travelling. */
    boolean isConsequenceFor(ArchiveEntry entry) {
        return origin.dumpId() != entry.dumpId();
    }

    enum Reason {
        KIND("entries of this kind never do"),
        SCHEMA("its schema is not among those to copy"),
        EXCLUDED("it is excluded");

        private final String clause;

        Reason(String clause) {
            this.clause = clause;
        }

        /** Completes "…, which does not travel: ". */
        String clause() {
            return clause;
        }
    }
}
