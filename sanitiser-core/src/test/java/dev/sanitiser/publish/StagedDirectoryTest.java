package dev.sanitiser.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedDirectoryTest {

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void name_target() {
        target = folder.resolve("shop");
    }

    @Test
    void is_empty_and_its_owners_alone_from_its_creation() throws IOException {
        try (StagedDirectory directory = StagedDirectory.beside(target)) {
            assertThat(permissions(directory.path())).isEqualTo("rwx------");
            assertThat(directory.path()).isEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takes_its_targets_name_when_published() throws IOException {
        publish(target, "new");

        assertThat(target.resolve("toc.dat")).hasContent("new");
        assertThat(permissions(target)).isEqualTo("rwx------");
        assertThat(names()).containsExactly("shop");
    }

    @Test
    void knows_the_size_of_all_files_together() throws IOException {
        try (StagedDirectory directory = StagedDirectory.beside(target)) {
            Files.writeString(directory.path().resolve("toc.dat"), "12345");
            Files.writeString(directory.path().resolve("1.dat.gz"), "123");

            directory.publish();

            assertThat(directory.sizeInBytes()).isEqualTo(8);
        }
    }

    @Test
    void replaces_an_archive_whole() throws IOException {
        publish(target, "old");
        Files.writeString(target.resolve("7.dat.gz"), "rows that the new archive does not have");

        publish(target, "new");

        assertThat(target.resolve("toc.dat")).hasContent("new");
        assertThat(target.resolve("7.dat.gz")).doesNotExist();
        assertThat(names()).containsExactly("shop");
    }

    @Test
    void replaces_an_empty_directory() throws IOException {
        Files.createDirectory(target);

        publish(target, "new");

        assertThat(target.resolve("toc.dat")).hasContent("new");
        assertThat(names()).containsExactly("shop");
    }

    @Test
    void leaves_the_old_archive_and_nothing_else_if_it_is_not_published() throws IOException {
        publish(target, "old");

        try (StagedDirectory directory = StagedDirectory.beside(target)) {
            Files.writeString(directory.path().resolve("toc.dat"), "half");
        }

        assertThat(target.resolve("toc.dat")).hasContent("old");
        assertThat(names()).containsExactly("shop");
    }

    @Test
    void leaves_the_old_archive_if_the_new_one_has_vanished() throws IOException {
        publish(target, "old");

        try (StagedDirectory directory = StagedDirectory.beside(target)) {
            Files.writeString(directory.path().resolve("toc.dat"), "new");
            Files.move(directory.path(), folder.resolve("stolen"));

            assertThatThrownBy(directory::publish)
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage("Could not publish the dump in " + folder + ": a temporary file has vanished.");
        }

        assertThat(target.resolve("toc.dat")).hasContent("old");
        assertThat(names()).containsExactly("shop", "stolen");
    }

    @Test
    void the_next_run_brings_back_what_a_run_put_aside_that_was_killed_between_its_two_renames() throws IOException {
        publish(target, "old");
        Files.move(target, folder.resolve(".shop.sanitiser-old"));

        StagedDirectory.beside(target).close();

        assertThat(target.resolve("toc.dat")).hasContent("old");
        assertThat(names()).containsExactly("shop");
    }

    @Test
    void the_next_run_deletes_what_a_run_put_aside_that_was_killed_after_its_two_renames() throws IOException {
        publish(target, "old");
        Files.move(target, folder.resolve(".shop.sanitiser-old"));
        Files.createDirectory(target);
        Files.writeString(target.resolve("toc.dat"), "new");

        StagedDirectory.beside(target).close();

        assertThat(target.resolve("toc.dat")).hasContent("new");
        assertThat(names()).containsExactly("shop");
    }

    @Test
    void refuses_to_replace_a_directory_that_is_no_archive() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("letters.txt"), "mine");

        refuses(target);

        assertThat(target.resolve("letters.txt")).hasContent("mine");
    }

    @Test
    void refuses_to_replace_an_archive_beside_which_lies_a_file_of_somebodys_own() throws IOException {
        publish(target, "old");
        Files.writeString(target.resolve("letters.txt"), "mine");

        refuses(target);

        assertThat(target.resolve("letters.txt")).hasContent("mine");
    }

    @Test
    void refuses_to_replace_a_file() throws IOException {
        Files.writeString(target, "mine");

        refuses(target);

        assertThat(target).hasContent("mine");
    }

    @Test
    void refuses_to_replace_a_symbolic_link_that_leads_nowhere() throws IOException {
        Files.createSymbolicLink(target, folder.resolve("nowhere"));

        refuses(target);

        assertThat(Files.isSymbolicLink(target)).isTrue();
    }

    @Test
    void replaces_a_symbolic_link_to_an_archive_and_not_the_archive() throws IOException {
        publish(folder.resolve("elsewhere"), "old");
        Files.createSymbolicLink(target, folder.resolve("elsewhere"));

        publish(target, "new");

        assertThat(Files.isSymbolicLink(target)).isFalse();
        assertThat(target.resolve("toc.dat")).hasContent("new");
        assertThat(folder.resolve("elsewhere/toc.dat")).hasContent("old");
        assertThat(names()).containsExactly("elsewhere", "shop");
    }

    private void refuses(Path path) throws IOException {
        List<String> before = names();
        assertThatThrownBy(() -> StagedDirectory.beside(path))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("The output " + path
                        + " exists and is not a directory archive. It is left alone: name another.");
        assertThat(names()).isEqualTo(before);
    }

    private static void publish(Path path, String content) throws IOException {
        try (StagedDirectory directory = StagedDirectory.beside(path)) {
            Files.writeString(directory.path().resolve("toc.dat"), content);
            directory.publish();
        }
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
