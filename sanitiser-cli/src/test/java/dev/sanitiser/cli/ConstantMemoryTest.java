package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap that a dump needs is that of its largest row, whatever the size of the table. */
class ConstantMemoryTest {

    @TempDir
    Path folder;

    /** A hundred million bytes of rows, half as much again as the heap, and one row of a third of it. */
    @Test
    void a_table_larger_than_the_heap_is_dumped_and_checked() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "{\"documents\": [\"id\", \"body\"]}");
        Path dump = folder.resolve("documents.dump");
        try (TestDatabase source = TestDatabase.create().run("""
                CREATE TABLE documents (id int PRIMARY KEY, body text, author text);
                INSERT INTO documents SELECT n, repeat(md5(n::text), 64), 'author ' || n FROM generate_series(1, 40000) AS n;
                INSERT INTO documents SELECT 0, repeat(md5('0'), 655360), 'author';
                """);
                TestDatabase copy = TestDatabase.create()) {
            CommandLine run = sanitiser(
                    "-Xmx64m",
                    "dump",
                    "--url",
                    url(source),
                    "--allow-list",
                    list.toString(),
                    "--output",
                    dump.toString());

            assertThat(run.exitCode()).as(run.errors()).isZero();
            assertThat(CommandLine.run("pg_restore", "-d", copy.name(), dump.toString()))
                    .isEqualTo(new CommandLine(0, "", ""));
            String sizes = "SELECT count(*), sum(length(body)), max(length(body)) FROM documents";
            assertThat(copy.query(sizes)).isEqualTo(source.query(sizes)).containsExactly("40001|102891520|20971520");
        }
    }

    private static String url(TestDatabase database) {
        return "postgresql://postgres@127.0.0.1:" + TestServer.port() + "/" + database.name();
    }

    private static CommandLine sanitiser(String heap, String... arguments) {
        String[] java = {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()
        };
        return CommandLine.run(Stream.of(java, arguments).flatMap(Stream::of).toArray(String[]::new));
    }
}
