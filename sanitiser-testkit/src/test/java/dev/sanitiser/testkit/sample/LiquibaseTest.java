package dev.sanitiser.testkit.sample;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.DatabaseSchema;
import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.junit.SanitiserExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiquibaseTest {

    // region liquibase
    @RegisterExtension
    static final SanitiserExtension SANITISER = SanitiserExtension.builder()
            .migrations(LiquibaseTest::migrate)
            .allowList(Path.of("src/test/resources/sample/liquibase/allow_list.json"))
            .build();

    private static void migrate(DataSource dataSource) throws SQLException, LiquibaseException {
        try (Connection connection = dataSource.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "sample/liquibase/changelog.sql")
                    .execute();
        }
    }
    // endregion

    @Test
    void allow_list_says_of_every_column_what_it_is(DatabaseSchema schema, AllowList allowList) {
        assertThat(schema).isClassifiedBy(allowList);
    }

    @Test
    void dump_leaks_nothing(SanitisedDump dump) {
        assertThat(dump).restores().keepsRowCounts().holdsNoValueOf("users", "email");
    }
}
