package dev.sanitiser.cli;

import dev.sanitiser.postgres.ConnectionSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database. */
final class ConnectionOption {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "postgresql://user@host:port/database?sslmode=verify-full, or a jdbc:postgresql: URL. What it leaves"
                        + " open comes from PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD, PGPASSFILE, PGSSLMODE,"
                        + " PGSSLROOTCERT, PGSSLCERT, PGSSLKEY, and the password from ~/.pgpass."
            })
    private @Nullable String url;

    boolean isGiven() {
        return url != null;
    }

    /** Settles the connection; a password within the URL is used, with a word of warning. */
    ConnectionSettings settings(Surroundings surroundings) {
        Optional<String> given = Optional.ofNullable(url);
        ConnectionSettings settings =
                ConnectionSettings.resolve(given, surroundings.environment(), surroundings.home());
        if (given.filter(ConnectionSettings::holdsPassword).isPresent()) {
            surroundings
                    .errors()
                    .println("The password in --url can be read by every user of this machine; ~/.pgpass or PGPASSWORD"
                            + " keeps it private.");
        }
        return settings;
    }
}
