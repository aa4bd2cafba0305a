package dev.sanitiser;

import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two roles of a database: one that connects and may lock every table, and one of which it is a member and that may
 * read nothing yet.
 */
record Readers(TestDatabase database, String connecting, String reading) implements AutoCloseable {

    static Readers of(TestDatabase database) {
        Readers readers = new Readers(database, "app_" + database.name(), "reader_" + database.name());
        database.run("CREATE ROLE " + readers.reading + "; CREATE ROLE " + readers.connecting + " LOGIN IN ROLE "
                + readers.reading);
        return readers;
    }

    /** Grants to the role that connects what locks and pg_dump take. */
    Readers lockEverything() {
        for (String schema : database.query("SELECT quote_ident(nspname) FROM pg_namespace"
                + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")) {
            database.run("GRANT USAGE ON SCHEMA %1$s TO %2$s; GRANT SELECT ON ALL TABLES IN SCHEMA %1$s TO %2$s;"
                            .formatted(schema, connecting)
                    + " GRANT SELECT ON ALL SEQUENCES IN SCHEMA %1$s TO %2$s".formatted(schema, connecting));
        }
        return this;
    }

    /** @param grants a script in which {@code READER} stands for the role that reads */
    Readers grant(String grants) {
        database.run(grants.replace("READER", reading));
        return this;
    }

    /** Runs the statements that a message offers. */
    Readers follow(String message) {
        List<String> statements = message.lines()
                .filter(l -> l.startsWith("- "))
                .map(l -> l.replaceFirst(".*?(GRANT|ALTER ROLE) ", "$1 "))
                .toList();
        database.run(String.join("\n", statements));
        return this;
    }

    Source source() {
        PGSimpleDataSource dataSource = database.dataSource();
        dataSource.setUser(connecting);
        return Source.of(dataSource);
    }

    /** Roles belong to the server and outlive the database. */
    @Override
    public void close() {
        for (String role : List.of(connecting, reading)) {
            database.run("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }
}
