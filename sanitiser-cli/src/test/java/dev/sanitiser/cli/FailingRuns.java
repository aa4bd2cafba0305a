package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small shop, an allow list that fits it, and a folder with a previous dump: what no failing run may change, and what
 * the next run must find in order.
 */
final class FailingRuns implements AutoCloseable {

    static final String SHOP = """
            CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE);
            CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, note text);
            CREATE TABLE unlisted (id int);
            CREATE VIEW emails AS SELECT email FROM users;
            INSERT INTO users SELECT i, 'user' || i || '@quillmail.example' FROM generate_series(1, 50) AS i;
            INSERT INTO orders SELECT i, 1 + i % 50, 'Please leave it with the neighbours' FROM generate_series(1, 200) AS i;
            INSERT INTO unlisted VALUES (1);
            """;
    static final String LIST = "{\"users\": [\"id\"], \"orders\": [\"id\", \"user_id\"]}";

    private static final String PREVIOUS_DUMP = "the previous dump";
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

    private final TestDatabase source;
    private final Path folder;
    private State before;

    private FailingRuns(TestDatabase source, Path folder) {
        this.source = source;
        this.folder = folder;
        this.before = State.of(source);
    }

    static FailingRuns of(Path folder) {
        return of(folder, SHOP);
    }

    static FailingRuns of(Path folder, String script) {
        FailingRuns runs = new FailingRuns(TestDatabase.create().run(script), folder);
        runs.layOut(LIST);
        return runs;
    }

    private record State(String structure, List<String> rowCounts) {
        static State of(TestDatabase database) {
            return new State(Databases.structureOf(database), Databases.rowCountsOf(database));
        }
    }

    /** Writes the allow list and the previous dump. */
    void layOut(String list) {
        try {
            Files.writeString(allowList(), list);
            Files.writeString(dump(), PREVIOUS_DUMP);
            Files.setLastModifiedTime(dump(), LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not by a run, but by its owner. */
    void sourceHasChanged() {
        before = State.of(source);
    }

    TestDatabase source() {
        return source;
    }

    Path allowList() {
        return folder.resolve("list.json");
    }

    Path dump() {
        return folder.resolve("shop.dump");
    }

    String url(String role) {
        return "postgresql://" + role + "@127.0.0.1:" + TestServer.port() + "/" + source.name();
    }

    /** {@code dump} with what every run needs; later options win. */
    String[] arguments(String... options) {
        List<String> arguments = new ArrayList<>(List.of("dump", "--jobs", "2"));
        List<String> given = List.of(options);
        add(arguments, given, "--url", url("postgres"));
        add(arguments, given, "--allow-list", allowList().toString());
        add(arguments, given, "--output", dump().toString());
        arguments.addAll(given);
        return arguments.toArray(String[]::new);
    }

    private static void add(List<String> arguments, List<String> given, String option, String value) {
        if (!given.contains(option)) {
            arguments.addAll(List.of(option, value));
        }
    }

    Run run(String... options) {
        return Run.of(arguments(options));
    }

    /** The source, the previous dump and its folder are as they were before the run. */
    void changedNothing() {
        dumpIsThePreviousOne();
        folderHolds("list.json", "shop.dump");
        leftTheSourceAsItWas();
    }

    void dumpIsThePreviousOne() {
        assertThat(dump()).hasContent(PREVIOUS_DUMP);
        try {
            assertThat(Files.getLastModifiedTime(dump())).isEqualTo(LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run made a dump of the source's tables, and left nothing else. */
    void succeeded() {
        assertThat(dump()).isNotEmptyFile();
        assertThat(dev.sanitiser.testing.CommandLine.run("pg_restore", "--list", dump().toString())
                        .output())
                .contains("TABLE DATA public orders", "TABLE DATA public users");
        folderHolds("list.json", "shop.dump");
        leftTheSourceAsItWas();
    }

    private void leftTheSourceAsItWas() {
        assertThat(State.of(source)).isEqualTo(before);
        assertThat(Databases.advisoryLocks(source)).isEmpty();
    }

    void folderHolds(String... names) {
        assertThat(filesIn(folder)).containsExactlyInAnyOrder(names);
    }

    static List<String> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
