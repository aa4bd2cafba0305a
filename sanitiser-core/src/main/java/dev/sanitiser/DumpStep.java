package dev.sanitiser;

/** The steps of a dump, in their order. */
public enum DumpStep {
    /** Connects, checks versions and privileges, takes the advisory lock, drops leftovers. */
    PREPARE,
    /** Locks tables, exports the snapshot, reads the catalog, proves the plan. */
    PLAN,
    /** Reads the structure with pg_dump and filters it. */
    STRUCTURE,
    /** Fills the scratch schema, or finds the ranges in which rows are streamed. */
    FILL,
    /** Copies the sanitised rows into the archive. */
    WRITE,
    /** Reads the archive back and checks it. */
    VERIFY,
    /** Renames the archive over its target. */
    PUBLISH
}
