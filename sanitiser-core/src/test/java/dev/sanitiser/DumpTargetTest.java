package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DumpTargetTest {

    private static final AllowList ALLOW_LIST =
            AllowList.parse("{\"long\": [\"id\", \"body\"], \"empty\": []}", "list.json");

    private static TestDatabase source;

    @TempDir
    Path folder;

    @BeforeAll
    static void create_source() {
        source = TestDatabase.create().run("""
                CREATE TABLE long (id serial PRIMARY KEY, body text);
                INSERT INTO long (body) SELECT repeat(md5(n::text), 30) FROM generate_series(1, 1500) n;
                CREATE TABLE empty (id int);
                """);
    }

    @AfterAll
    static void drop_source() {
        source.close();
    }

    static List<Compression> compressions() {
        return List.of(Compression.none(), Compression.standard());
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void a_file(Compression compression) throws IOException {
        Path target = folder.resolve("shop.dump");

        DumpReport report = dump(DumpTarget.file(target), DumpOptions.defaults().withCompression(compression));

        assertThat(report.sizeInBytes()).isEqualTo(Files.size(target));
        assertThat(permissions(target)).isEqualTo("rw-------");
        isAlone(target);
        restores("pg_restore", target);
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void a_directory(Compression compression) throws IOException {
        Path target = folder.resolve("shop");

        DumpReport first =
                dump(DumpTarget.directory(target), DumpOptions.defaults().withCompression(compression));
        DumpReport again =
                dump(DumpTarget.directory(target), DumpOptions.defaults().withCompression(compression));

        assertThat(again.sizeInBytes()).isEqualTo(first.sizeInBytes());
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(f -> assertThat(permissions(f)).isEqualTo("rw-------"));
        }
        assertThat(permissions(target)).isEqualTo("rwx------");
        isAlone(target);
        restores("pg_restore", target, "--jobs=2");
    }

    @Test
    void a_script() throws IOException {
        Path target = folder.resolve("shop.sql");

        DumpReport report = dump(DumpTarget.plainFile(target), DumpOptions.defaults());

        assertThat(report.sizeInBytes()).isEqualTo(Files.size(target));
        assertThat(permissions(target)).isEqualTo("rw-------");
        isAlone(target);
        restores("psql", target, "-Xqo/dev/null", "-vON_ERROR_STOP=1", "-f");
    }

    @Test
    void a_stream_which_stays_open() throws IOException {
        List<String> closed = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.add("closed");
            }
        };

        DumpReport report = dump(DumpTarget.stream(stream), DumpOptions.defaults());

        assertThat(report.sizeInBytes()).isEqualTo(stream.size());
        assertThat(closed).isEmpty();
        restores("pg_restore", Files.write(folder.resolve("from-stream"), stream.toByteArray()));
    }

    @Test
    void a_stream_whose_reader_has_gone() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatThrownBy(() -> dump(DumpTarget.stream(gone), DumpOptions.defaults()))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("Could not write the dump to its stream: Broken pipe.");
    }

    @Test
    void the_listener_hears_of_every_byte_and_row() {
        Map<String, Long> bytes = new TreeMap<>();
        Map<String, Long> rows = new TreeMap<>();
        List<String> order = new ArrayList<>();

        DumpReport report = Sanitiser.dump(
                Source.of(source.dataSource()),
                ALLOW_LIST,
                DumpOptions.defaults(),
                DumpTarget.file(folder.resolve("shop.dump")),
                new DumpListener() {
                    @Override
                    public void rowsWritten(QualifiedName table, long sizeInBytes) {
                        bytes.merge(table.name(), sizeInBytes, Long::sum);
                        order.add("bytes of " + table);
                    }

                    @Override
                    public void tableWritten(QualifiedName table, long rowCount) {
                        rows.put(table.name(), rowCount);
                        order.add("written " + table);
                    }
                });

        assertThat(rows).isEqualTo(Map.of("long", 1_500L, "empty", 0L));
        assertThat(report.tables())
                .allSatisfy(table -> assertThat(table.sizeInBytes())
                        .isEqualTo(bytes.getOrDefault(table.name().name(), 0L)));
        assertThat(order.indexOf("written long")).isGreaterThan(order.lastIndexOf("bytes of long"));
    }

    private static DumpReport dump(DumpTarget target, DumpOptions options) {
        return Sanitiser.dump(Source.of(source.dataSource()), ALLOW_LIST, options, target, DumpListener.silent());
    }

    private void isAlone(Path target) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    private static void restores(String program, Path dump, String... options) {
        try (TestDatabase copy = TestDatabase.create()) {
            List<String> command = new ArrayList<>(List.of(program, "-d", copy.name()));
            command.addAll(List.of(options));
            command.add(dump.toString());

            assertThat(CommandLine.run(command.toArray(String[]::new))).isEqualTo(new CommandLine(0, "", ""));
            assertThat(copy.query("SELECT count(*), sum(length(body)), nextval('long_id_seq') FROM long"))
                    .containsExactly("1500|1440000|1501");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
