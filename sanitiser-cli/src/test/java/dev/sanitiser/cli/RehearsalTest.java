package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RehearsalTest {

    @Test
    void loads_the_classes_of_a_jar() throws Exception {
        Path jar = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(Rehearsal.load(jar)).isGreaterThan(100);
    }
}
