package dev.sanitiser.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only=row | There is no variant row. Expected some of: raw, raw-directory, first-system, stream,"
                        + " stream-directory, stream-one-job, scratch, scratch-directory.",
                "--rounds=0 | --rounds must be 1 or more.",
                "--size=0   | --size must be more than zero.",
                "--jobs=0   | '--jobs must be 1 or more, --level 0 to 9, --restores 0 or more.'",
                "--programs=none | There are no initdb, pg_ctl and postgres in none.",
                "--programs=bundled --url=x | --programs and --url exclude each other.",
                "--jar=none | There is no jar none that can be read."
            })
    void says_what_it_cannot_do(String arguments, String message) {
        StringWriter errors = new StringWriter();

        int exitCode = Main.run(
                arguments.split(" "), Path.of(""), new PrintWriter(new StringWriter()), new PrintWriter(errors));

        assertThat(errors.toString().strip()).isEqualTo(message);
        assertThat(exitCode).isEqualTo(2);
    }
}
