package dev.sanitiser.cli;

import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.TestDatabase;

/** A shop with a table that is filled as slowly as a test likes: its generated column waits at a gate. */
final class SlowShop {

    static final String SCRIPT = FailingRuns.SHOP + """
            CREATE FUNCTION pass_the_gate(id int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS
                'BEGIN PERFORM pg_advisory_xact_lock_shared(7); RETURN id; END';
            CREATE TABLE slow (id int PRIMARY KEY, passed int GENERATED ALWAYS AS (pass_the_gate(id)) STORED);
            INSERT INTO slow (id) VALUES (1);
            """;
    static final String LIST = "{\"users\": [\"id\"], \"orders\": [\"id\", \"user_id\"], \"slow\": [\"id\"]}";

    private static final String USERS_FILLED =
            "SELECT EXISTS (SELECT FROM pg_class WHERE relname = 't_' || 'users'::regclass::oid::text)";
    private static final String SLOW_WAITS = "SELECT EXISTS (SELECT FROM pg_locks AS l JOIN pg_stat_activity AS a"
            + " USING (pid) WHERE a.datname = current_database() AND l.locktype = 'advisory' AND l.objid = 7"
            + " AND NOT l.granted AND a.query ILIKE 'insert%')";

    private SlowShop() {}

    /** Closes the gate, for as long as the returned session holds it. */
    static Hold closeGate(TestDatabase source) {
        return Hold.by(source, "SELECT pg_advisory_xact_lock(7)");
    }

    /** The scratch table with the users, once it is filled. */
    static String filledTable(TestDatabase source) {
        return source.query("SELECT oid::regclass FROM pg_class WHERE relname = 't_' || 'users'::regclass::oid::text")
                .get(0);
    }

    /** Returns when a run has filled the table of users and waits at the gate. */
    static void awaitFilling(TestDatabase source) {
        Databases.await(source, SLOW_WAITS);
        Databases.await(source, USERS_FILLED);
    }
}
