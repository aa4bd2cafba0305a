package dev.sanitiser.testkit.postgres;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.ConnectionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Starts the container. Only this class knows Testcontainers, of which it needs the core alone. */
final class Containers {

    private static final String IMAGE = "sanitiser.test.image";
    private static final int PORT = 5432;
    private static final int OLDEST_MAJOR = 14;
    private static final String MAJOR_WITHOUT_PG_DUMP = "17";
    private static final String USER = "postgres";
    private static final String READY = ".*database system is ready to accept connections.*\\s";

    private Containers() {}

    static ServerProvider.Outcome start(Settings settings) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return new ServerProvider.PassedOver("no Docker engine answers. Start one, or set DOCKER_HOST.");
        }
        String image = settings.get(IMAGE).orElseGet(Containers::imageThatPgDumpCanRead);
        try {
            return new ServerProvider.Found(start(image), "image " + image);
        } catch (ContainerLaunchException e) {
            return new ServerProvider.PassedOver("a container of image " + image
                    + " does not start. Docker must be able to pull it; name another one as " + IMAGE + " or "
                    + Settings.variable(IMAGE) + ".");
        }
    }

    /** pg_dump refuses servers that are newer than itself. */
    private static String imageThatPgDumpCanRead() {
        try {
            int major =
                    ClientProgram.find(Path.of("pg_dump"), new Cancellation()).majorVersion();
            return "postgres:" + Math.max(OLDEST_MAJOR, major);
        } catch (SanitiserException e) {
            return "postgres:" + MAJOR_WITHOUT_PG_DUMP;
        }
    }

    /** The image says that it is ready once while it sets itself up, and once when it is. */
    @SuppressWarnings("resource")
    private static ConnectionSettings start(String image) {
        String password = UUID.randomUUID().toString();
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withEnv("POSTGRES_PASSWORD", password)
                .withExposedPorts(PORT)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200")
                .waitingFor(Wait.forLogMessage(READY, 2).withStartupTimeout(Duration.ofMinutes(1)));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "sanitiser-testkit-container"));
        return new ConnectionSettings(
                container.getHost(), container.getMappedPort(PORT), USER, USER, password, Map.of());
    }
}
