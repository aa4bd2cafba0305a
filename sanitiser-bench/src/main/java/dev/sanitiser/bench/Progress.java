package dev.sanitiser.bench;

import dev.sanitiser.bench.measure.Measurement;
import dev.sanitiser.bench.server.Shape;
import dev.sanitiser.bench.variant.Variant;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Says how far the benchmark is, for whoever waits for it. */
record Progress(PrintWriter out) {

    void building(Shape shape, BigDecimal gigabytes) {
        say(String.format("Building a database: %s, %s GB ...", shape, gigabytes.toPlainString()));
    }

    void measured(int round, Variant variant, Measurement measurement) {
        String restored =
                measurement.restore().map(d -> ", restored in " + seconds(d)).orElse("");
        say(String.format("round %d: %-17s %s%s", round, variant.name(), seconds(measurement.wall()), restored));
    }

    void planned(int round, Duration command, Duration library) {
        say(String.format(
                "round %d: plan by the command %s, within a JVM %s", round, seconds(command), seconds(library)));
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}
