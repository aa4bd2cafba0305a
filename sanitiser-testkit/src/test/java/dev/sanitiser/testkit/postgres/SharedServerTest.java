package dev.sanitiser.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedServerTest {

    private static final Settings NOTHING_SET = new Settings(Map.of(), Map.of());

    /** Stands where a library is not on the class path. */
    private record Absent(String name, String title, OptionalLibrary library) implements ServerProvider {
        @Override
        public Outcome provide(Settings settings) {
            return library.isAbsent() ? library.passedOver() : new PassedOver("is there");
        }
    }

    private static final List<ServerProvider> NONE = List.of(
            new ExistingServer(),
            new Absent("testcontainers", "Testcontainers", new OptionalLibrary("org.x:containers", "org.x.Containers")),
            new Absent("embedded", "embedded binaries", new OptionalLibrary("org.x:embedded", "org.x.Embedded")));

    @Test
    void tells_all_three_ways_if_there_is_none() {
        assertThatThrownBy(() -> new SharedServer(NONE, NOTHING_SET).choose())
                .isInstanceOf(SanitiserException.class)
                .hasMessage("""
                        There is no PostgreSQL server for the tests (3 problems):
                        - an existing server: neither the system property sanitiser.test.url nor the environment variable \
                        SANITISER_TEST_URL is set. Set one to postgresql://user@host/database, with a role that may create \
                        databases.
                        - Testcontainers: org.x:containers is not on the class path. Add it as a dependency of scope test.
                        - embedded binaries: org.x:embedded is not on the class path. Add it as a dependency of scope test.""");
    }

    @Test
    void prefers_the_server_that_is_named() {
        String url = PostgresServer.shared().toString();

        PostgresServer byProperty =
                new SharedServer(NONE, new Settings(Map.of("sanitiser.test.url", url), Map.of())).choose();
        PostgresServer byVariable =
                new SharedServer(NONE, new Settings(Map.of(), Map.of("SANITISER_TEST_URL", url))).choose();

        assertThat(List.of(byProperty, byVariable))
                .extracting(PostgresServer::toString)
                .containsOnly(url);
    }

    @Test
    void takes_no_other_if_the_named_server_does_not_answer() {
        Settings settings =
                new Settings(Map.of("sanitiser.test.url", "postgresql://me@127.0.0.1:1/postgres"), Map.of());

        assertThatThrownBy(
                        () -> new SharedServer(List.of(new ExistingServer(), new EmbeddedServer()), settings).choose())
                .isInstanceOf(SanitiserException.class)
                .hasMessageStartingWith("Could not connect to postgresql://me@127.0.0.1:1/postgres: ");
    }

    @Test
    void can_be_told_which_one_to_take() {
        assertThatThrownBy(() -> new SharedServer(
                                NONE, new Settings(Map.of("sanitiser.test.server", "oracle"), Map.of()))
                        .choose())
                .hasMessage("sanitiser.test.server must be one of existing, testcontainers, embedded.");
        assertThatThrownBy(() -> new SharedServer(
                                NONE, new Settings(Map.of(), Map.of("SANITISER_TEST_SERVER", "embedded")))
                        .choose())
                .hasMessage("""
                        There is no PostgreSQL server for the tests (1 problem):
                        - embedded binaries: org.x:embedded is not on the class path. Add it as a dependency of scope test.""");
    }
}
