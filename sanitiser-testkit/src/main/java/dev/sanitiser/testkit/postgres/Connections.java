package dev.sanitiser.testkit.postgres;

import dev.sanitiser.postgres.ConnectionSettings;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections as an application has them: what role and database are set to is left as it is. */
final class Connections {

    private Connections() {}

    static PGSimpleDataSource to(ConnectionSettings settings) {
        PGSimpleDataSource dataSource = settings.dataSource("sanitiser-testkit");
        dataSource.setOptions(null);
        dataSource.setLogServerErrorDetail(true);
        return dataSource;
    }
}
