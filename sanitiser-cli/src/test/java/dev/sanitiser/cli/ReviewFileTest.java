package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --html}: the page stands beside what a command does without it. */
class ReviewFileTest {

    @TempDir
    Path folder;

    private TestDatabase shop;
    private Path allowList;

    @BeforeEach
    void begin() throws IOException {
        shop = TestDatabase.create()
                .run(
                        "CREATE TABLE users (id int PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'a@b.example')");
        allowList = Files.writeString(folder.resolve("list.json"), "{\"users\": [\"id\"]}");
    }

    @AfterEach
    void end() {
        shop.close();
    }

    @Test
    void plan_writes_a_page_besides_what_it_prints() throws IOException {
        Path page = folder.resolve("plan.html");

        Run run = run("plan", "--html", page.toString());

        assertThat(run).isEqualTo(run("plan"));
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Sanitisation plan: " + shop.name() + " on 127.0.0.1</title>", "<dt>Page made</dt>")
                .endsWith("</html>")
                .doesNotContain("a@b.example");
    }

    @Test
    void dump_writes_a_page_about_what_it_did() throws IOException {
        Path page = folder.resolve("dump.html");

        assertThat(dump("--html", page.toString(), "--label", "the shop")).isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(page))
                .contains("<title>Sanitised dump: the shop</title>", "The dump holds 1 row, ")
                .doesNotContain("a@b.example");

        assertThat(dump("--html", page.toString())).isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(page)).contains("<title>Sanitised dump: " + shop.name() + " on 127.0.0.1</title>");
    }

    @Test
    void init_writes_a_page_about_its_draft() throws IOException {
        Path page = folder.resolve("draft.html");

        Run run = init("one.json", "--html", page.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.output().replace("one.json", "two.json"))
                .isEqualTo(init("two.json").output());
        assertThat(Files.readString(page))
                .contains(
                        "<title>Draft of an allow list: " + shop.name() + " on 127.0.0.1</title>",
                        "<dt>Page made</dt>",
                        "personal by name")
                .doesNotContain("a@b.example");
    }

    @Test
    void a_place_that_takes_no_file_is_refused_before_any_work() {
        Path missing = folder.resolve("missing").resolve("page.html");
        Run refused = new Run(
                4,
                "",
                "The review page cannot be written to " + missing
                        + ": --html must name a file in a folder that exists and takes new files.\n");

        assertThat(run("plan", "--html", missing.toString())).isEqualTo(refused);
        assertThat(dump("--html", missing.toString())).isEqualTo(refused);
        assertThat(folder.resolve("shop.dump")).doesNotExist();
    }

    @Test
    void a_full_disk_does_not_take_the_dump_away() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full.html"), Path.of("/dev/full"));

        assertThat(dump("--html", full.toString()))
                .isEqualTo(new Run(
                        4,
                        "",
                        "The dump is whole and in place (" + folder.resolve("shop.dump")
                                + "), but its review page cannot be written to " + full + ".\n"));
        assertThat(folder.resolve("shop.dump")).isNotEmptyFile();
        assertThat(init("list", "--html", full.toString()).errors())
                .isEqualTo("The list is in place (" + folder.resolve("list")
                        + "), but its review page cannot be written to " + full + ".\n");
        assertThat(folder.resolve("list")).isNotEmptyFile();
        assertThat(run("plan", "--html", full.toString()).errors())
                .isEqualTo("The review page cannot be written to " + full + ".\n");
        Files.delete(full);
    }

    private Run dump(String... options) {
        return run(
                "dump",
                Stream.concat(
                                Stream.of(
                                        "--quiet",
                                        "--output",
                                        folder.resolve("shop.dump").toString()),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private Run init(String list, String... options) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "init",
                                "--url",
                                url(),
                                "--output",
                                folder.resolve(list).toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private Run run(String command, String... options) {
        return Run.of(Stream.concat(
                        Stream.of(command, "--url", url(), "--allow-list", allowList.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private String url() {
        return "postgresql://postgres@127.0.0.1:" + TestServer.port() + "/" + shop.name();
    }
}
