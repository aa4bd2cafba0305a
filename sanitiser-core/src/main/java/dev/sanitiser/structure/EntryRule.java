package dev.sanitiser.structure;

/** What becomes of an entry of pg_dump's structure. */
enum EntryRule {
    /** Travels; it holds nothing but names and settings. */
    KEEP,
    /** Travels, unless {@link LiteralScan} finds something in it that looks like a real value. */
    KEEP_AND_SCAN,
    /** Travels under another name. */
    REWRITE,
    /** Free text: left out unless it was asked for, and then scanned. */
    DROP_UNLESS_ASKED,
    /** Never travels. */
    DROP,
    /** Only this program writes it, so its presence in pg_dump's structure is a bug of ours. */
    OURS,
    /** Stops the run, since nobody has decided whether it may travel. */
    REFUSE
}
