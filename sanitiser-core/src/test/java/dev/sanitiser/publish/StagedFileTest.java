package dev.sanitiser.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void name_target() {
        target = folder.resolve("shop.dump");
    }

    @Test
    void is_its_owners_alone_from_its_creation_to_its_publication() throws IOException {
        try (StagedFile file = StagedFile.beside(target)) {
            assertThat(permissions(file.path())).isEqualTo("rw-------");
            assertThat(permissions(Path.of(file.path() + "/..").normalize())).isEqualTo("rwx------");

            publish(file, "new");
        }

        assertThat(permissions(target)).isEqualTo("rw-------");
    }

    @Test
    void leaves_the_target_alone_until_it_takes_its_place() throws IOException {
        Files.writeString(target, "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));

        try (StagedFile file = StagedFile.beside(target)) {
            write(file, "new");
            assertThat(target).hasContent("old");

            file.publish();

            assertThat(target).hasContent("new");
            assertThat(permissions(target)).isEqualTo("rw-------");
            assertThat(file.sizeInBytes()).isEqualTo(3);
        }
        assertThat(names()).containsExactly("shop.dump");
    }

    @Test
    void whoever_reads_the_old_file_goes_on_reading_it() throws IOException {
        Files.writeString(target, "old");

        try (Stream<String> reader = Files.lines(target);
                StagedFile file = StagedFile.beside(target)) {
            publish(file, "new");

            assertThat(reader).containsExactly("old");
        }
    }

    @Test
    void leaves_the_old_target_and_nothing_else_if_it_is_not_published() throws IOException {
        Files.writeString(target, "old");

        try (StagedFile file = StagedFile.beside(target)) {
            write(file, "half");
        }

        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("shop.dump");
    }

    @Test
    void leaves_nothing_if_its_target_becomes_a_directory_meanwhile() throws IOException {
        try (StagedFile file = StagedFile.beside(target)) {
            Files.createDirectories(target.resolve("somebody's"));

            assertThatThrownBy(file::publish)
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage("Could not publish the dump in " + folder + ": Is a directory.");
        }

        assertThat(names()).containsExactly("shop.dump");
        assertThat(target.resolve("somebody's")).exists();
    }

    @Test
    void replaces_a_symbolic_link_and_not_what_it_leads_to() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "old");
        Files.createSymbolicLink(target, elsewhere);

        try (StagedFile file = StagedFile.beside(target)) {
            publish(file, "new");
        }

        assertThat(Files.isSymbolicLink(target)).isFalse();
        assertThat(target).hasContent("new");
        assertThat(elsewhere).hasContent("old");
    }

    @Test
    void replaces_a_symbolic_link_that_leads_nowhere() throws IOException {
        Files.createSymbolicLink(target, folder.resolve("nowhere"));

        try (StagedFile file = StagedFile.beside(target)) {
            publish(file, "new");
        }

        assertThat(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(names()).containsExactly("shop.dump");
    }

    @Test
    void refuses_a_directory() throws IOException {
        Files.createDirectory(target);

        assertThatThrownBy(() -> StagedFile.beside(target))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("The output " + target + " is a directory. Name a file, or ask for directory format.");
        assertThat(names()).containsExactly("shop.dump");
    }

    @Test
    void refuses_a_folder_that_does_not_exist() {
        assertThatThrownBy(() -> StagedFile.beside(folder.resolve("none/shop.dump")))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("The output folder " + folder.resolve("none") + " does not exist. Create it first.");
    }

    @Test
    void takes_names_with_odd_characters() throws IOException {
        Path odd = folder.resolve("näme with 'quotes' [0-9]*\n.dump");

        try (StagedFile file = StagedFile.beside(odd)) {
            publish(file, "new");
        }

        assertThat(odd).hasContent("new");
    }

    private static void publish(StagedFile file, String content) throws IOException {
        write(file, content);
        file.publish();
    }

    private static void write(StagedFile file, String content) throws IOException {
        file.channel().write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
