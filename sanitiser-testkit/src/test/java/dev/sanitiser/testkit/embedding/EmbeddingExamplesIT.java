package dev.sanitiser.testkit.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testkit.postgres.PostgresServer;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Builds the projects below {@code examples/}, which are no part of this build, against its artifacts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingExamplesIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path REPOSITORY =
            Path.of("target", "examples-repository").toAbsolutePath();

    @BeforeAll
    void install() throws IOException {
        LocalRepository repository = LocalRepository.create(REPOSITORY, Path.of(property("examples.repository")));
        String version = property("examples.version");
        repository.install("sanitiser", version, ROOT.resolve("pom.xml"), List.of());
        for (String module : List.of("sanitiser-core", "sanitiser-testkit")) {
            Path folder = ROOT.resolve(module);
            repository.install(
                    module,
                    version,
                    folder.resolve("pom.xml"),
                    List.of(folder.resolve("target").resolve(module + "-" + version + ".jar")));
        }
    }

    @Test
    void a_service_uses_the_core_alone() throws Exception {
        try (TestDatabase database = PostgresServer.shared().createDatabase()) {
            build("core-only", "-Dshop.url=" + database.jdbcUrl() + "&user=" + database.user());
        }
    }

    @Test
    void an_application_tests_its_allow_list() throws Exception {
        build("testkit-app");
    }

    private static void build(String example, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                property("examples.maven"),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + REPOSITORY,
                "--file=" + ROOT.resolve("examples").resolve(example),
                "clean",
                "test"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        builder.environment().keySet().removeAll(List.of("SANITISER_TEST_URL", "DOCKER_HOST"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).containsPattern("Tests run: [12], Failures: 0, Errors: 0, Skipped: 0");
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
