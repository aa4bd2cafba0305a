package dev.sanitiser.drift;

import java.util.Locale;

/** What kind of disagreement a finding is. The identifiers are stable. */
public enum FindingKind {
    UNREADABLE_LIST("The allow list cannot be read, or is no allow list"),
    UNKNOWN_OPTION("An option names something that does not exist"),
    UNKNOWN_TABLE("A listed table does not exist"),
    UNLISTABLE_TABLE("A listed name is not that of a table that holds rows and travels"),
    UNKNOWN_COLUMN("A listed column does not exist"),
    UNKNOWN_PATH("A listed path leads into a column that does not exist or holds no documents"),
    UNFIT_ENTRY("A listed column cannot be what the list says of it"),
    UNCLASSIFIED_COLUMN("A column of a listed table is neither kept nor faked"),
    UNLISTED_TABLE("A table is not listed"),
    BROKEN_RULE("The copy could not satisfy a key, an index, a constraint or a type of the schema");

    private final String title;

    FindingKind(String title) {
        this.title = title;
    }

    /** {@return the name that reports give it, for example {@code unknown-column}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what it means, in half a sentence} */
    public String title() {
        return title;
    }
}
