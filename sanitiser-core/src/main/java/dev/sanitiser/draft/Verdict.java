package dev.sanitiser.draft;

import java.util.Objects;

/**
 * What a column seems to hold.
 *
 * @param reason why it seems so, in words for a reviewer, without a full stop; never a value
 */
public record Verdict(Kind kind, String reason) {

    public Verdict {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reason);
    }

    public boolean isPersonal() {
        return kind.isPersonal();
    }

    /** What led to a verdict, and to which. */
    public enum Kind {
        /** A key that means nothing outside of the database, or a reference to a key. */
        STRUCTURAL("structural"),
        /** Values of this type, under this name, are about nobody. */
        SAFE_BY_TYPE("safe by type"),
        /** A code: the name says so, and a sample shows few different values. */
        SAFE_BY_CONTENT("safe by content"),
        PERSONAL_BY_TYPE("personal by type"),
        PERSONAL_BY_NAME("personal by name"),
        PERSONAL_BY_COMMENT("personal by comment"),
        PERSONAL_BY_CONTENT("personal by content"),
        /** PostgreSQL computes the values from other columns; no list mentions them. */
        COMPUTED("computed"),
        /** Nothing says that it is safe, so it is faked. */
        UNDECIDED("undecided");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In words, in lower case. */
        public String label() {
            return label;
        }

        public boolean isPersonal() {
            return this == PERSONAL_BY_TYPE
                    || this == PERSONAL_BY_NAME
                    || this == PERSONAL_BY_COMMENT
                    || this == PERSONAL_BY_CONTENT;
        }

        boolean isSafe() {
            return this == STRUCTURAL || this == SAFE_BY_TYPE || this == SAFE_BY_CONTENT;
        }
    }
}
