package dev.sanitiser.bench.server;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of a PostgreSQL server that is installed on this machine.
 *
 * @param folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
 */
public record ServerPrograms(Path folder) {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern MAJOR_VERSION = Pattern.compile("\\d{2,3}");

    /** Of the newest major version that Debian's packages, or PostgreSQL's for it, have put here. */
    static Optional<ServerPrograms> newest() {
        return newest(DEBIAN);
    }

    static Optional<ServerPrograms> newest(Path versions) {
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.filter(f ->
                            MAJOR_VERSION.matcher(f.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path f) -> Integer.valueOf(f.getFileName().toString()))
                            .reversed())
                    .map(f -> new ServerPrograms(f.resolve("bin")))
                    .filter(ServerPrograms::areThere)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client programs stand in such a folder too, without a server. */
    public boolean areThere() {
        return Stream.of("initdb", "pg_ctl", "postgres").allMatch(p -> Files.isExecutable(folder.resolve(p)));
    }

    /** Makes a cluster whose superuser needs no password. */
    void initialise(Path data, String user) {
        run(
                data,
                "initdb",
                "--pgdata=" + data,
                "--username=" + user,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
    }

    /** Starts the server and waits until it listens on 127.0.0.1. Its log goes where the program's own words go. */
    void start(Path data, int port, Map<String, String> settings) {
        List<String> lines = new ArrayList<>(List.of("port = " + port, "listen_addresses = '127.0.0.1'"));
        settings.forEach((name, value) -> lines.add(name + " = '" + value + "'"));
        try {
            Files.write(data.resolve("postgresql.auto.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(data, "pg_ctl", "start", "--wait", "--pgdata=" + data);
    }

    /** Ends the server without a checkpoint: its data are deleted. */
    void stop(Path data) {
        run(data, "pg_ctl", "stop", "--wait", "--mode=immediate", "--pgdata=" + data);
    }

    /** The server refuses root; in a user namespace of its own, it does not see that it is. */
    private void run(Path data, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = data.resolveSibling(program + ".log");
        try {
            int exitCode = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw failed(
                        program,
                        Files.readString(output, StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            throw failed(program, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SanitiserException(FailureKind.INTERRUPTED, "The benchmark was stopped.");
        }
    }

    private SanitiserException failed(String program, String why) {
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                folder.resolve(program) + " failed: " + why + "\n--programs names another server's programs, --url a"
                        + " server to use instead.");
    }
}
