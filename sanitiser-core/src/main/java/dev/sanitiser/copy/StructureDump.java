package dev.sanitiser.copy;

import dev.sanitiser.archive.Archive;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.PasswordFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The structure of the source as pg_dump sees it in the run's snapshot; it goes through a pipe, never to a disk. */
public final class StructureDump {

    private static final int FIRST_WITH_STATISTICS = 18;

    private StructureDump() {}

    /**
     * Runs pg_dump for everything but rows.
     *
     * @param settings where the snapshot was exported
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT in pg_dump's own words if it fails
     */
    public static Archive read(
            ClientProgram pgDump, ConnectionSettings settings, String snapshot, Cancellation cancellation) {
        try (PasswordFile passwordFile = PasswordFile.of(settings)) {
            return pgDump.run(
                    arguments(pgDump, snapshot),
                    environment(settings, passwordFile),
                    cancellation,
                    output -> ArchiveReader.read(output));
        }
    }

    /** With {@code standard_conforming_strings} off, backslashes in the structure's literals would mean escapes. */
    private static Map<String, String> environment(ConnectionSettings settings, PasswordFile passwordFile) {
        Map<String, String> variables = new HashMap<>(settings.environment(passwordFile));
        variables.put("PGOPTIONS", "-c standard_conforming_strings=on -c quote_all_identifiers=off");
        return variables;
    }

    private static List<String> arguments(ClientProgram pgDump, String snapshot) {
        List<String> arguments = new ArrayList<>(List.of(
                "--format=custom",
                "--section=pre-data",
                "--section=post-data",
                "--snapshot=" + snapshot,
                "--encoding=UTF8",
                "--no-subscriptions",
                "--no-publications",
                "--no-security-labels",
                "--no-password"));
        if (pgDump.majorVersion() >= FIRST_WITH_STATISTICS) {
            arguments.add("--no-statistics");
        }
        return arguments;
    }
}
