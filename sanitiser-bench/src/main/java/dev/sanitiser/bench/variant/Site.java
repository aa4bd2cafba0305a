package dev.sanitiser.bench.variant;

import dev.sanitiser.bench.measure.Programs;
import dev.sanitiser.postgres.ConnectionSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a variant works with.
 *
 * @param source the database to dump
 * @param environment leads libpq's programs, and ours, to it
 * @param folder where programs run
 */
public record Site(ConnectionSettings source, Map<String, String> environment, Path folder, Programs programs) {

    /** Where the dump goes, a file or a folder; it does not exist yet. */
    public Path output() {
        return folder.resolve("dump");
    }

    /** Where a JVM may log about its heap. */
    public Path gcLog() {
        return folder.resolve("gc.log");
    }

    Path allowList() {
        return folder.resolve("allow_list.json");
    }
}
