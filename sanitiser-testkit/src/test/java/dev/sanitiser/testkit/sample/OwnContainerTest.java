package dev.sanitiser.testkit.sample;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;

import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.junit.SanitiserExtension;
import dev.sanitiser.testkit.postgres.DockerAnswers;
import dev.sanitiser.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.postgresql.PostgreSQLContainer;

class OwnContainerTest {

    // region container
    private static final PostgreSQLContainer CONTAINER = new PostgreSQLContainer("postgres:15");

    @RegisterExtension
    static final SanitiserExtension SANITISER = SanitiserExtension.builder()
            .server(OwnContainerTest::server)
            .migrations(new ShopMigrations())
            .migrations(new ShopRows())
            .allowList(Path.of("src/test/resources/sample/allow_list.json"))
            .build();

    private static PostgresServer server() {
        CONTAINER.start();
        return PostgresServer.at(CONTAINER.getJdbcUrl(), CONTAINER.getUsername(), CONTAINER.getPassword());
    }
    // endregion

    @BeforeEach
    void needs_docker() {
        DockerAnswers.orSkip("postgres:15");
    }

    @AfterAll
    static void stop() {
        CONTAINER.stop();
    }

    @Test
    void dump_leaks_nothing(SanitisedDump dump) {
        assertThat(dump).restores().keepsRowCounts().holdsNoValueOf("users", "email");
    }
}
