package dev.sanitiser.testkit.sample;

import dev.sanitiser.testkit.postgres.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

// region flyway
public final class ShopMigrations implements Migrations {

    @Override
    public void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:sample/migrations")
                .load()
                .migrate();
    }
}
// endregion
