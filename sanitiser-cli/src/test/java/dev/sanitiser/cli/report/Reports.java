package dev.sanitiser.cli.report;

import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpStep;
import dev.sanitiser.Strategy;
import dev.sanitiser.archive.Compression;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A report made by hand. */
public final class Reports {

    private Reports() {}

    public static DumpReport small() {
        return new DumpReport(
                Plans.small(),
                Strategy.SCRATCH,
                Compression.standard(),
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T03:04:06Z"),
                Duration.ofMillis(65_432),
                Map.of(DumpStep.FILL, Duration.ofMillis(40_000), DumpStep.PLAN, Duration.ofMillis(400)),
                "15.4",
                "16.1",
                List.of(
                        new DumpReport.Table(Plans.USERS, 12_345, 1_234_567),
                        new DumpReport.Table(Plans.ORDERS, 5, 80)),
                List.of("COMMENT TABLE users", "ACL public.users", "EVENT TRIGGER e", "COMMENT TABLE session"),
                7_654_321);
    }
}
