package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordFileTest {

    @Test
    void holds_the_password_in_libpqs_format_for_its_owner_only() throws IOException {
        try (PasswordFile file = PasswordFile.of(settings("::1", "s3:c\\ret"))) {
            Path path = file.path().orElseThrow();

            assertThat(path).content().isEqualTo("\\:\\:1:6543:shop:ann:s3\\:c\\\\ret\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolveSibling("."))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void is_gone_when_closed() {
        PasswordFile file = PasswordFile.of(settings("h", "s3cret"));
        Path path = file.path().orElseThrow();

        file.close();
        file.close();

        assertThat(path).doesNotExist();
        assertThat(path.getParent()).doesNotExist();
    }

    @Test
    void is_not_made_without_a_password() {
        try (PasswordFile file = PasswordFile.of(settings("h", ""))) {
            assertThat(file.path()).isEmpty();
        }
    }

    @Test
    void refuses_a_password_that_the_format_cannot_express() {
        assertThatThrownBy(() -> PasswordFile.of(settings("h", "s3\ncret")))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The password has a line break, which libpq's password file cannot express. Change the"
                        + " password.");
    }

    private static ConnectionSettings settings(String host, String password) {
        return new ConnectionSettings(host, 6543, "shop", "ann", password, Map.of());
    }
}
