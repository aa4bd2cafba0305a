package dev.sanitiser.testkit.postgres;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.Scripts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestcontainersTest {

    private static final AllowList LIST = AllowList.parse("{\"t\": [\"id\"]}", "list.json");

    @BeforeEach
    void needs_docker() {
        DockerAnswers.orSkip(Containers.imageThatPgDumpCanRead());
    }

    @Test
    void starts_a_container_that_dumps_can_be_made_of() {
        PostgresServer server = server(Map.of());
        try (TestDatabase database = server.createDatabase(dataSource -> Scripts.run(
                        dataSource,
                        "CREATE TABLE t (id int PRIMARY KEY, a text); INSERT INTO t VALUES (1, 'a-real-value')"));
                SanitisedDump dump = SanitisedDump.of(database.dataSource(), LIST)) {

            assertThat(dump).restores().keepsRowCounts().keepsColumn("t", "id").holdsNoValueOf("t", "a");
            assertThat(server.version()).matches("\\d+\\..*");
        }
    }

    @Test
    void says_that_an_image_cannot_be_had() {
        assertThatThrownBy(() -> server(Map.of("sanitiser.test.image", "localhost:1/no-such-image:1")))
                .hasMessage("""
                        There is no PostgreSQL server for the tests (1 problem):
                        - Testcontainers: Docker has no image localhost:1/no-such-image:1 and cannot pull it. Pull it, or \
                        name another one as sanitiser.test.image or SANITISER_TEST_IMAGE.""");
    }

    private static PostgresServer server(Map<String, String> properties) {
        return new SharedServer(List.of(new ContainerServer()), new Settings(properties, System.getenv())).choose();
    }
}
