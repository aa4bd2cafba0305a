package dev.sanitiser.bench;

import dev.sanitiser.bench.measure.Measurement;
import dev.sanitiser.bench.report.DatabaseResult;
import dev.sanitiser.bench.server.Content;
import dev.sanitiser.bench.server.CreatedDatabase;
import dev.sanitiser.bench.server.DatabaseSize;
import dev.sanitiser.bench.server.ServerView;
import dev.sanitiser.bench.server.Shape;
import dev.sanitiser.bench.variant.Site;
import dev.sanitiser.bench.variant.Variant;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.PasswordFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds databases and has each dumped by all variants in turn, round after round. */
final class Comparison {

    private final Settings settings;
    private final List<Variant> variants;
    private final Bench bench;

    Comparison(Settings settings, List<Variant> variants, Bench bench) {
        this.settings = settings;
        this.variants = List.copyOf(variants);
        this.bench = bench;
    }

    DatabaseResult run(Shape shape, BigDecimal gigabytes) throws IOException, InterruptedException {
        try (CreatedDatabase source = bench.databases().create("source");
                PasswordFile passwords = PasswordFile.of(source.settings())) {
            bench.progress().building(shape, gigabytes);
            DatabaseSize size = Content.build(source.settings(), shape, gigabytes);
            Site site = new Site(
                    source.settings(), source.settings().environment(passwords), bench.dumps(), bench.programs());
            Map<String, List<Measurement>> results = new LinkedHashMap<>();
            Restore restore = new Restore(bench.databases(), site, settings.jobs(), rows(source.settings()));
            for (int round = 1; round <= settings.rounds(); round++) {
                for (Variant variant : variants) {
                    Measurement measurement = measure(variant, round, site, restore);
                    bench.progress().measured(round, variant, measurement);
                    results.computeIfAbsent(variant.name(), v -> new ArrayList<>())
                            .add(measurement);
                }
            }
            return new DatabaseResult(shape, gigabytes, size, results);
        }
    }

    private Measurement measure(Variant variant, int round, Site site, Restore restore)
            throws IOException, InterruptedException {
        Measurement measurement = new Meter(bench.server(), site).measure(variant);
        return round <= settings.restores() ? measurement.withRestore(restore.run(variant)) : measurement;
    }

    private static long rows(ConnectionSettings database) {
        try (ServerView view = ServerView.open(database)) {
            return view.countRows("public");
        }
    }
}
