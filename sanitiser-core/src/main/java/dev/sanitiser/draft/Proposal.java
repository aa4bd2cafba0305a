package dev.sanitiser.draft;

import java.util.Locale;

/** What a draft proposes for a column. */
public enum Proposal {
    /** Listed as kept: its real values would travel. */
    KEEP,
    /**
     * Listed as kept, but what it refers to is faked: rows stay related, and the copy holds pseudonyms instead of the
     * real keys.
     */
    PSEUDONYM,
    /** Not listed as kept. */
    FAKE;

    /** Whether the list names the column among those that are kept. */
    public boolean isListed() {
        return this != FAKE;
    }

    /** In words, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
