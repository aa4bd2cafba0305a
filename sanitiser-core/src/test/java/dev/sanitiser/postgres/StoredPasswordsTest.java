package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredPasswordsTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h:5432:shop:ann:s3cret          | s3cret",
                "*:*:*:*:s3cret                  | s3cret",
                "other:*:*:*:no                  | ''",
                "h:5433:*:*:no                   | ''",
                "h:5432:shop:ann:s3\\:c\\\\ret   | s3:c\\ret",
                "h:5432:shop:ann:s3cret:rest     | s3cret",
                "h:5432:sh\\op:ann:s3cret        | s3cret",
                "#h:5432:shop:ann:no             | ''",
                "h:5432:shop:ann                 | ''",
            })
    void reads_a_line_as_libpq_does(String line, String password) throws IOException {
        write(home.resolve(".pgpass"), line + "\n", "rw-------");

        assertThat(resolve(Map.of()).password()).isEqualTo(password);
    }

    @Test
    void the_first_line_that_matches_wins() throws IOException {
        write(home.resolve(".pgpass"), "other:*:*:*:a\r\nh:*:shop:*:b\r\n*:*:*:*:c\r\n", "rw-------");

        assertThat(resolve(Map.of()).password()).isEqualTo("b");
    }

    @Test
    void a_file_that_others_may_read_is_ignored() throws IOException {
        write(home.resolve(".pgpass"), "*:*:*:*:s3cret\n", "rw-r-----");

        assertThat(resolve(Map.of()).password()).isEmpty();
    }

    @Test
    void PGPASSFILE_names_another_file_and_PGPASSWORD_needs_none() throws IOException {
        write(home.resolve(".pgpass"), "*:*:*:*:a\n", "rw-------");
        write(home.resolve("other"), "*:*:*:*:b\n", "rw-------");

        assertThat(resolve(Map.of("PGPASSFILE", home.resolve("other").toString()))
                        .password())
                .isEqualTo("b");
        assertThat(resolve(Map.of("PGPASSWORD", "c")).password()).isEqualTo("c");
    }

    private ConnectionSettings resolve(Map<String, String> environment) {
        return ConnectionSettings.resolve(Optional.of("postgresql://ann@h/shop"), environment, home);
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
