package dev.sanitiser.allowlist;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowListFileTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_file_is_named() {
        Path file = folder.resolve("list.json");

        assertUnreadable(file, file + "  does not exist");
    }

    @Test
    void a_missing_file_with_a_relative_name_says_where_it_was_looked_for() {
        Path file = Path.of("no-such-list.json");

        assertUnreadable(file, "no-such-list.json  does not exist; looked for " + file.toAbsolutePath());
    }

    @Test
    void a_directory_is_not_a_list() {
        assertUnreadable(folder, folder + "  is a directory; expected a JSON file");
    }

    @Test
    void a_file_that_the_system_cannot_open_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("list.json");

        assertUnreadable(file, file + "  cannot be read: the system says \"" + file + ": Not a directory\"");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("list.json"));

        assertUnreadable(
                file,
                file + "  is empty. An empty allow list never means \"nothing to hide\": list at least one table, for"
                        + " example {\"users\": [\"id\"]}");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_at_their_place() throws IOException {
        Path file = folder.resolve("list.json");
        Files.write(file, "{\n  \"straße\": []}".getBytes(StandardCharsets.ISO_8859_1));

        assertUnreadable(file, file + ":2:8  is not UTF-8 from here on; save the file as UTF-8");
    }

    @Test
    void a_dump_passed_by_mistake_is_not_read_to_its_end() throws IOException {
        Path file = folder.resolve("list.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 32);
        }

        assertUnreadable(file, file + "  is larger than 16 MiB; expected an allow list");
    }

    private static void assertUnreadable(Path file, String problem) {
        assertThatThrownBy(() -> AllowList.read(file))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The allow list cannot be read (1 problem):\n- " + problem);
    }
}
