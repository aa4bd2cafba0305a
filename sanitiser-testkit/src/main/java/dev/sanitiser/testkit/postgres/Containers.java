package dev.sanitiser.testkit.postgres;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.ConnectionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Starts the container. Only this class knows Testcontainers, of which it needs the core alone. */
final class Containers {

    private static final String IMAGE = "sanitiser.test.image";
    private static final Duration LONGEST_PULL = Duration.ofMinutes(2);
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
        DockerImageName name = ImageNameSubstitutor.instance().apply(DockerImageName.parse(image));
        if (!isToBeHad(name)) {
            return new ServerProvider.PassedOver("Docker has no image " + name.asCanonicalNameString()
                    + " and cannot pull it. Pull it, or name another one as " + IMAGE + " or "
                    + Settings.variable(IMAGE) + ".");
        }
        try {
            return new ServerProvider.Found(start(name), "image " + name.asCanonicalNameString());
        } catch (ContainerLaunchException e) {
            return new ServerProvider.PassedOver("the container of image " + name.asCanonicalNameString()
                    + " does not get ready: " + e.getMessage() + ".");
        }
    }

    static boolean isToBeHad(DockerImageName image) {
        return isHere(image) || isPulled(image);
    }

    private static boolean isHere(DockerImageName image) {
        try {
            return DockerClientFactory.instance()
                            .client()
                            .inspectImageCmd(image.asCanonicalNameString())
                            .exec()
                    != null;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Testcontainers itself would try again and again, for minutes, where there is no way to a registry. */
    private static boolean isPulled(DockerImageName image) {
        try {
            return DockerClientFactory.instance()
                    .client()
                    .pullImageCmd(image.getUnversionedPart())
                    .withTag(image.getVersionPart())
                    .start()
                    .awaitCompletion(LONGEST_PULL.toSeconds(), TimeUnit.SECONDS);
        } catch (DockerException | DockerClientException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** pg_dump refuses servers that are newer than itself. */
    static String imageThatPgDumpCanRead() {
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
    private static ConnectionSettings start(DockerImageName image) {
        String password = UUID.randomUUID().toString();
        GenericContainer<?> container = new GenericContainer<>(image)
                .withImagePullPolicy(present -> false)
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
