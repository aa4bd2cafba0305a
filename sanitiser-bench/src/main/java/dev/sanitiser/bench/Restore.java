package dev.sanitiser.bench;

import dev.sanitiser.bench.measure.ProgramFailure;
import dev.sanitiser.bench.server.CreatedDatabase;
import dev.sanitiser.bench.server.Databases;
import dev.sanitiser.bench.server.ServerView;
import dev.sanitiser.bench.variant.Site;
import dev.sanitiser.bench.variant.Variant;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.PasswordFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Restores dumps by stock pg_restore into an empty database, which is dropped again.
 *
 * @param site where the dump is
 * @param jobs for pg_restore
 * @param expectedRows that the copy must have in all
 */
record Restore(Databases databases, Site site, int jobs, long expectedRows) {

    /** A newer pg_restore sets {@code transaction_timeout}, which older servers do not know, and goes on. */
    private static final Pattern ERROR = Pattern.compile("pg_restore: error:");

    /**
     * Restores the dump that a variant has just made.
     *
     * @return how long it took
     * @throws SanitiserException of kind VERIFICATION if not all rows are there
     */
    Duration run(Variant variant) throws InterruptedException {
        try (CreatedDatabase copy = databases.create("restored");
                PasswordFile passwords = PasswordFile.of(copy.settings())) {
            variant.prepareRestore(site.source(), copy.settings());
            long start = System.nanoTime();
            restore(copy.settings(), passwords);
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            check(variant, copy.settings());
            return duration;
        }
    }

    private void restore(ConnectionSettings target, PasswordFile passwords) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(target.environment(passwords));
        List<String> command = List.of(
                "pg_restore",
                "--jobs=" + jobs,
                "--dbname=" + target.database(),
                site.output().toString());
        try {
            site.programs().run(command, environment);
        } catch (ProgramFailure e) {
            if (!isOnlyUnknownTimeout(e.errors())) {
                throw e;
            }
        }
    }

    private static boolean isOnlyUnknownTimeout(String errors) {
        return errors.contains("unrecognized configuration parameter \"transaction_timeout\"")
                && ERROR.matcher(errors).results().count() == 1;
    }

    private void check(Variant variant, ConnectionSettings copy) {
        try (ServerView view = ServerView.open(copy)) {
            long rows = view.countRows(variant.restoredSchema());
            if (rows != expectedRows) {
                throw new SanitiserException(
                        FailureKind.VERIFICATION,
                        "The dump of " + variant.name() + " restored " + rows + " rows of " + expectedRows + ".");
            }
        }
    }
}
