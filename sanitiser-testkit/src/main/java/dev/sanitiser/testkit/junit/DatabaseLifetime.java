package dev.sanitiser.testkit.junit;

/** How long a database lives. */
public enum DatabaseLifetime {
    /** Each test has its own, as freshly migrated. */
    TEST,

    /** The tests of a class share one, nested classes included; what a test writes, the next one sees. */
    CLASS
}
