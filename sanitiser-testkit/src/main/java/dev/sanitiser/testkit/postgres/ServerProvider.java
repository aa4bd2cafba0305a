package dev.sanitiser.testkit.postgres;

import dev.sanitiser.postgres.ConnectionSettings;

/** One of the places that a server can come from. */
interface ServerProvider {

    /** For the setting that asks for this one alone. */
    String name();

    /** For messages. */
    String title();

    /**
     * Finds or starts the server.
     *
     * @throws RuntimeException if it was asked for and does not work: then no other takes its place
     */
    Outcome provide(Settings settings);

    /** What came of it. */
    sealed interface Outcome permits Found, PassedOver {}

    /** @param description where it is, for the log */
    record Found(ConnectionSettings settings, String description) implements Outcome {}

    /** @param reason a complete sentence that says what to do about it */
    record PassedOver(String reason) implements Outcome {}
}
