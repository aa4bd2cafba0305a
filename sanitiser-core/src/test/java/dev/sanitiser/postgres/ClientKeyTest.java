package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "EdDSA"})
    void knows_the_algorithm_that_pgjdbc_must_be_told(String algorithm) throws Exception {
        byte[] der = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThat(ClientKey.read(Files.write(folder.resolve("key.pk8"), der)).algorithm())
                .isEqualTo(algorithm);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.key | -----BEGIN RSA PRIVATE KEY----- | is not in PKCS #8 form, the only one that Java's driver"
                        + " reads",
                "a.key | -----BEGIN EC PRIVATE KEY----- | is not in PKCS #8 form, the only one that Java's driver reads",
                "a.key | -----BEGIN ENCRYPTED PRIVATE KEY----- | has a passphrase, which cannot be handed to pg_dump",
                "a.key | garbage | holds no private key in PKCS #8 form",
            })
    void says_how_to_convert_a_key_that_one_client_cannot_read(String name, String text, String problem)
            throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);

        assertThatThrownBy(() -> ClientKey.read(file))
                .isInstanceOf(SanitiserException.class)
                .hasMessage(
                        "The client key " + file + " " + problem + ". Convert it with \"openssl pkcs8 -topk8 -nocrypt"
                                + " -in " + file + " -out FILE\", give FILE mode 0600 and name it as sslkey.");
    }

    @Test
    void a_pkcs12_store_is_for_java_alone() throws Exception {
        Path file = Files.write(folder.resolve("a.p12"), new byte[] {1});

        assertThatThrownBy(() -> ClientKey.read(file))
                .isInstanceOf(SanitiserException.class)
                .hasMessage(
                        "The client key " + file + " is a PKCS #12 store, which pg_dump cannot read. Convert it with"
                                + " \"openssl pkcs12 -nocerts -nodes -in " + file
                                + " -out FILE\", give FILE mode 0600 and name it as sslkey.");
    }
}
