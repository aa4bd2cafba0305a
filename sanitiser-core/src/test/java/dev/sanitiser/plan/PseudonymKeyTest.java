package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {

    @TempDir
    Path folder;

    @Test
    void is_read_as_bytes_or_as_hexadecimal_digits() throws IOException {
        assertThatCode(() -> PseudonymKey.read(file(new byte[32], "rw-------"))).doesNotThrowAnyException();
        assertThatCode(() -> PseudonymKey.read(file(text("0aF9".repeat(16) + "\n"), "r--------")))
                .doesNotThrowAnyException();
    }

    @Test
    void no_file_of_another_shape_is_a_key() throws IOException {
        for (byte[] content : new byte[][] {{}, new byte[31], text("0a".repeat(31)), text("no digit".repeat(8))}) {
            Path file = file(content, "rw-------");

            assertThatThrownBy(() -> PseudonymKey.read(file))
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.USAGE))
                    .hasMessage("The key file " + file
                            + " must hold 32 bytes, or 64 hexadecimal digits. Make one: openssl rand -hex 32");
        }
    }

    @Test
    void a_file_that_others_can_read_is_no_secret() throws IOException {
        for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Path file = file(new byte[32], permissions);

            assertThatThrownBy(() -> PseudonymKey.read(file))
                    .hasMessage("The key file " + file + " is open to other users. Make it private: chmod 600 " + file);
        }
    }

    @Test
    void a_missing_file_is_said_so() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> PseudonymKey.read(missing))
                .hasMessage("The key file " + missing + " cannot be read. Check the path and its permissions.");
    }

    /** RFC 2104: the key, filled up with zeros to a block, XOR 0x36 and 0x5c. */
    @Test
    void a_session_holds_the_pads_of_HMAC_until_its_transaction_ends_and_no_statement_does() throws IOException {
        PseudonymKey key = PseudonymKey.read(file(text("0b".repeat(32)), "rw-------"));
        try (TestDatabase database = TestDatabase.create();
                Session session = Session.open(Source.of(database.dataSource()), Duration.ZERO, new Cancellation())) {
            session.begin();
            key.handTo(session);

            assertThat(session.database()
                            .fetchValue("SELECT current_setting('sanitiser.inner_pad') ||"
                                    + " current_setting('sanitiser.outer_pad')"))
                    .isEqualTo("3d".repeat(32) + "36".repeat(32) + "57".repeat(32) + "5c".repeat(32));
            assertThat(database.query(
                            "SELECT query FROM pg_stat_activity WHERE query ~ '3d3d'" + " AND pid <> pg_backend_pid()"))
                    .isEmpty();
            session.commit();
            session.begin();
            assertThat(session.database().fetchValue("SELECT current_setting('sanitiser.inner_pad', true)"))
                    .isEqualTo("");
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Path file(byte[] content, String permissions) throws IOException {
        Path file = Files.createTempFile(folder, "key", "");
        Files.write(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
