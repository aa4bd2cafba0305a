package dev.sanitiser.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs left that were killed, and what only looks like it. */
class AbandonedPartsTest {

    private static final String SOME_PART = ".shop.dump.0123456789abcdef.sanitiser-part";

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void name_target() {
        target = folder.resolve("shop.dump");
    }

    @Test
    void the_next_run_removes_what_a_killed_process_left() throws Exception {
        try (OtherProcess other = OtherProcess.writing(target)) {
            other.kill();
            assertThat(parts()).hasSize(1);

            StagedFile.beside(target).close();
        }

        assertThat(parts()).isEmpty();
    }

    @Test
    void what_a_live_process_is_writing_stays() throws Exception {
        try (OtherProcess other = OtherProcess.writing(target)) {
            List<String> parts = parts();

            StagedFile.beside(target).close();

            assertThat(parts()).hasSize(1).isEqualTo(parts);
        }
    }

    @Test
    void what_this_process_is_writing_stays_and_stays_locked_for_others() throws Exception {
        try (StagedFile first = StagedFile.beside(target)) {
            StagedFile.beside(target).close();
            Files.readAllBytes(first.path());

            try (OtherProcess other = OtherProcess.writing(target)) {
                assertThat(first.path()).exists();
            }
        }
    }

    @Test
    void parts_of_other_targets_stay() throws IOException {
        List<String> others = List.of(
                ".other.dump.0123456789abcdef.sanitiser-part",
                ".shop.dump.0123456789abcdef.sanitiser-part.mine",
                ".shop.dump.0123456789abcdeg.sanitiser-part",
                ".shop.dump.old.0123456789abcdef.sanitiser-part");
        for (String name : others) {
            Files.createDirectory(folder.resolve(name));
        }

        StagedFile.beside(target).close();

        assertThat(parts()).isEqualTo(others);
    }

    @Test
    void a_part_without_its_lock_file_was_abandoned() throws IOException {
        Files.createDirectory(folder.resolve(SOME_PART));
        Files.writeString(folder.resolve(SOME_PART).resolve("content"), "half");

        StagedFile.beside(target).close();

        assertThat(parts()).isEmpty();
    }

    @Test
    void a_part_that_cannot_be_looked_into_stays_and_hinders_nobody() throws IOException {
        Path unlockable = folder.resolve(SOME_PART).resolve("lock");
        Files.createDirectories(unlockable);

        StagedFile.beside(target).close();

        assertThat(unlockable).exists();
    }

    @Test
    void a_part_locked_by_another_copy_of_this_class_in_this_process_stays() throws IOException {
        Path lock = Files.createDirectory(folder.resolve(SOME_PART)).resolve("lock");

        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            StagedFile.beside(target).close();

            assertThat(lock).exists();
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void files_and_directories_share_one_kind_of_part() throws Exception {
        try (OtherProcess other = OtherProcess.writing(target)) {
            other.kill();

            StagedDirectory.beside(target).close();
        }

        assertThat(parts()).isEmpty();
    }

    private List<String> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
