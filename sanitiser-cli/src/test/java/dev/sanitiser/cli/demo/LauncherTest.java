package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher runs in a repository of its own, with a Java that prints what it was asked to do. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "sanitiser");

    @TempDir
    private Path folder;

    private Path repository;
    private String options = "-Xmx64m -Dsome=thing";

    @BeforeEach
    void make_a_repository_with_a_finished_build() throws IOException {
        repository = Files.createDirectories(folder.toRealPath().resolve("my repository"));
        Files.copy(LAUNCHER, repository.resolve("sanitiser"));
        for (String module : List.of("sanitiser-core", "sanitiser-cli")) {
            Files.createDirectories(repository.resolve(module).resolve("src/main"));
            Files.writeString(repository.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(repository.resolve("pom.xml"), "");
        Files.createDirectory(repository.resolve("target"));
        Files.writeString(repository.resolve("target/sanitiser.jar"), "");
        installJava("17.0.15");
    }

    @Test
    void is_valid_shell() throws Exception {
        assertThat(run("sh", "-n", LAUNCHER.toString())).isEqualTo("exit code 0\n");
    }

    @Test
    void runs_the_program_from_anywhere_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), repository.resolve("sanitiser"));

        assertThat(run(link.toString(), "plan", "--url", "a b")).isEqualTo("""
                        [-XX:TieredStopAtLevel=1]
                        [-XX:+UseSerialGC]
                        [-Xmx64m]
                        [-Dsome=thing]
                        [-Dsanitiser.home=%1$s]
                        [-jar]
                        [%1$s/target/sanitiser.jar]
                        [plan]
                        [--url]
                        [a b]
                        exit code 7
                        """.formatted(repository));
    }

    @Test
    void leaves_long_commands_their_compiler() throws Exception {
        assertThat(run(repository.resolve("sanitiser").toString(), "demo")).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void hands_over_the_classes_that_its_build_archived() throws Exception {
        Files.writeString(repository.resolve("target/sanitiser.jsa"), "");

        assertThat(run(repository.resolve("sanitiser").toString(), "plan")).startsWith("""
                [-XX:TieredStopAtLevel=1]
                [-XX:+UseSerialGC]
                [-XX:SharedArchiveFile=%s/target/sanitiser.jsa]
                [-Xlog:disable]
                [-Xlog:all=error:stderr]
                [-Xmx64m]
                """.formatted(repository));
    }

    @Test
    void leaves_the_collector_to_whoever_names_one() throws Exception {
        options = "-XX:+UseZGC";

        assertThat(run(repository.resolve("sanitiser").toString(), "plan"))
                .startsWith("[-XX:TieredStopAtLevel=1]\n[-XX:+UseZGC]\n");
    }

    @Test
    void says_how_to_install_a_newer_java() throws Exception {
        installJava("11.0.2");

        assertThat(run(repository.resolve("sanitiser").toString(), "--help"))
                .matches("sanitiser: Java 17 or newer is needed, found 11 as .*/java/bin/java\\. "
                        + "Run: (sudo )?apt-get install --yes openjdk-17-jdk-headless\nexit code 4\n");
    }

    private void installJava(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'openjdk version "%s" 2025-04-15' >&2
                    exit 0
                fi
                printf '[%%s]\\n' "$@"
                exit 7
                """.formatted(version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        builder.environment().put("JAVA_OPTS", options);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit code " + process.waitFor() + "\n";
    }
}
