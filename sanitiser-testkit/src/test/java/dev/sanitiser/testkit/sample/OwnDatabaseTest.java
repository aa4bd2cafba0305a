package dev.sanitiser.testkit.sample;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;
import static dev.sanitiser.testkit.SanitiserAssertions.schemaOf;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.postgres.PostgresServer;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnDatabaseTest {

    // region server
    private final TestDatabase database =
            PostgresServer.shared().createDatabase(new ShopMigrations().andThen(new ShopRows()));

    private final DataSource dataSource = database.dataSource();

    @AfterAll
    void drop() {
        database.close();
    }
    // endregion

    // region plain
    private final AllowList allowList = AllowList.read(Path.of("src/test/resources/sample/allow_list.json"));

    @Test
    void allow_list_matches_the_schema() {
        assertThat(schemaOf(dataSource)).matches(allowList);
    }

    @Test
    void dump_leaks_nothing() {
        try (SanitisedDump dump = SanitisedDump.of(dataSource, allowList)) {
            assertThat(dump).restores().keepsRowCounts().holdsNoValueOf("users", "email");
        }
    }
    // endregion
}
