package dev.sanitiser;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A source with a table that cannot be filled while its gate is closed, one that fills after it, and one whose rows are
 * long enough to break off in the middle. A computed column is the gate: it waits for an advisory lock.
 */
final class GatedSource implements AutoCloseable {

    static final AllowList ALLOW_LIST =
            AllowList.parse("{\"gated\": [\"id\"], \"after\": [\"id\"], \"long\": [\"id\", \"body\"]}", "list.json");

    static final String SCRIPT = """
            CREATE FUNCTION gate(v int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
            BEGIN
                IF v = 2 THEN
                    PERFORM pg_advisory_lock_shared(42);
                    PERFORM pg_advisory_unlock_shared(42);
                END IF;
                RETURN v;
            END $$;
            CREATE TABLE gated (id int PRIMARY KEY, secret text, passed int GENERATED ALWAYS AS (gate(id)) STORED,
                pad text DEFAULT repeat('x', 1000));
            INSERT INTO gated (id, secret) SELECT n, 'secret of ' || n FROM generate_series(1, 3000) n;
            CREATE TABLE after (id int);
            INSERT INTO after SELECT generate_series(1, 10);
            CREATE TABLE long (id int, body text);
            INSERT INTO long SELECT n, repeat(md5(n::text), 30) FROM generate_series(1, 1500) n;
            """;

    static final String SOMEBODY_WAITS_AT_THE_GATE =
            "EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND classid = 0 AND NOT granted)";

    private final TestDatabase database = TestDatabase.create().run(SCRIPT);
    private final Connection gatekeeper;

    GatedSource() throws SQLException {
        gatekeeper = database.connect();
        openGate();
    }

    TestDatabase database() {
        return database;
    }

    void addMoreLongRowsThanBuffersHold() {
        database.run("INSERT INTO long SELECT n, repeat(md5(n::text), 60) FROM generate_series(1, 12000) n");
    }

    void closeGate() throws SQLException {
        gatekeeper.createStatement().execute("SELECT pg_advisory_lock(42)");
    }

    void openGate() throws SQLException {
        gatekeeper.createStatement().execute("SELECT pg_advisory_unlock_all()");
    }

    void awaitWorkerAtTheGate() {
        database.await(SOMEBODY_WAITS_AT_THE_GATE);
    }

    /** Ends backends as an administrator would, and waits until they have ended. */
    void terminate(String condition) {
        List<String> ended = database.query("SELECT pg_terminate_backend(pid, 10000) FROM"
                + " (SELECT DISTINCT pid FROM pg_stat_activity LEFT JOIN pg_locks USING (pid)"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND " + condition + ") backends");
        if (!ended.equals(List.of("t"))) {
            throw new AssertionError("Not one backend was ended: " + ended);
        }
    }

    DumpReport dump(Path target, DumpOptions options, DumpListener listener) {
        return Sanitiser.dump(Source.of(database.dataSource()), ALLOW_LIST, options, DumpTarget.file(target), listener);
    }

    /** Waits until no session of a run is left. */
    void awaitQuiet() {
        database.await("NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
                + " AND query NOT LIKE 'SELECT pg_advisory_%')");
    }

    List<String> scratchSchemas() {
        return database.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'sanitiser%'");
    }

    @Override
    public void close() throws SQLException {
        gatekeeper.close();
        database.close();
    }
}
