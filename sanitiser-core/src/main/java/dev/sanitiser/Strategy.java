package dev.sanitiser;

/** How rows get from the source to the archive; the same plan and key give the same rows in both ways. */
public enum Strategy {
    /**
     * By way of a scratch schema in the source, of unlogged tables: the source's own tables are locked only while those
     * are filled. Needs a primary and CREATE on the database.
     */
    SCRATCH,
    /**
     * Straight out of the source's tables, which are locked in ACCESS SHARE mode until all rows are written. Nothing is
     * written to the source, so a standby will do.
     */
    STREAM
}
