package dev.sanitiser.copy;

import dev.sanitiser.archive.Archive;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.PasswordFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The structure of the source as pg_dump sees it in the run's snapshot; it goes through a pipe, never to a disk. */
public final class StructureDump {

    private static final int FIRST_WITH_STATISTICS = 18;

    /** A database may have turned it off for itself; then backslashes in the structure would mean escapes. */
    private static final String LITERALS_BY_THE_STANDARD = "-c standard_conforming_strings=on";

    private StructureDump() {}

    /**
     * Runs pg_dump for everything but rows.
     *
     * @param settings where the snapshot was exported
     * @param lockTimeout how long pg_dump may wait for its own locks: behind a migration that waits for ours it would
     *     wait for ever
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT in pg_dump's own words if it fails
     */
    public static Archive read(
            ClientProgram pgDump,
            ConnectionSettings settings,
            String snapshot,
            Duration lockTimeout,
            Cancellation cancellation) {
        try (PasswordFile passwordFile = PasswordFile.of(settings)) {
            Map<String, String> environment = new HashMap<>(settings.environment(passwordFile));
            environment.put("PGOPTIONS", LITERALS_BY_THE_STANDARD);
            return pgDump.run(arguments(pgDump, snapshot, lockTimeout), environment, cancellation, ArchiveReader::read);
        }
    }

    private static List<String> arguments(ClientProgram pgDump, String snapshot, Duration lockTimeout) {
        List<String> arguments = new ArrayList<>(List.of(
                "--format=custom",
                "--section=pre-data",
                "--section=post-data",
                "--snapshot=" + snapshot,
                "--lock-wait-timeout=" + Math.max(1, lockTimeout.toMillis()),
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
