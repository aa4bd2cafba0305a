package dev.sanitiser.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Restores dumps as their users do: with stock pg_restore and psql. */
public final class Restores {

    public static final CommandLine SILENT_SUCCESS = new CommandLine(0, "", "");

    private Restores() {}

    /** @param options of pg_restore, beside the database and the archive */
    public static CommandLine restore(Path archive, TestDatabase copy, String... options) {
        List<String> command = new ArrayList<>(List.of("pg_restore"));
        command.addAll(List.of(options));
        command.addAll(List.of("-d", copy.name(), archive.toString()));
        return CommandLine.run(command.toArray(String[]::new));
    }

    public static CommandLine runScript(Path script, TestDatabase copy) {
        return CommandLine.run(
                "psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", script.toString(), copy.name());
    }
}
