package dev.sanitiser.draft;

import java.util.Locale;

/** What a draft proposes for a column. */
public enum Proposal {
    /** Listed as kept: its real values would travel. */
    KEEP,
    /** Listed as a pseudonym: rows stay related, and the copy holds other keys instead of the real ones. */
    PSEUDONYM,
    /** Not listed, or listed as faked. */
    FAKE;

    /** In words, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
