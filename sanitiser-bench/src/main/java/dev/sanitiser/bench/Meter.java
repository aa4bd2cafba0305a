package dev.sanitiser.bench;

import dev.sanitiser.bench.measure.ClientCpu;
import dev.sanitiser.bench.measure.GcLog;
import dev.sanitiser.bench.measure.Measurement;
import dev.sanitiser.bench.measure.ServerProcess;
import dev.sanitiser.bench.server.Server;
import dev.sanitiser.bench.server.ServerView;
import dev.sanitiser.bench.server.WorkFolder;
import dev.sanitiser.bench.variant.Site;
import dev.sanitiser.bench.variant.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures dumps of one database.
 *
 * @param server where it is
 * @param site what the variants work with
 */
record Meter(Server server, Site site) {

    /** Makes a dump where the one before may still lie. */
    Measurement measure(Variant variant) throws IOException, InterruptedException {
        WorkFolder.delete(site.output());
        WorkFolder.delete(site.gcLog());
        try (ServerView view = ServerView.open(site.source())) {
            view.settle();
            Set<Long> before = server.process().map(ServerProcess::processes).orElseGet(Set::of);
            OptionalLong walStart = view.walPosition();
            Optional<Duration> serverStart = server.process().map(ServerProcess::cpu);
            Duration clientStart = ClientCpu.total();
            long start = System.nanoTime();

            long peakMemory = variant.dump(site);

            Duration wall = Duration.ofNanos(System.nanoTime() - start);
            Duration clientCpu = ClientCpu.total().minus(clientStart);
            OptionalLong walEnd = view.walPosition();
            if (server.process().isPresent()) {
                server.process().get().awaitEndOfAllBut(before);
            }
            return new Measurement(
                    wall,
                    clientCpu,
                    serverStart.flatMap(s -> server.process().map(p -> p.cpu().minus(s))),
                    peakMemory,
                    GcLog.read(site.gcLog()),
                    size(site.output()),
                    walStart.isPresent() && walEnd.isPresent()
                            ? OptionalLong.of(walEnd.getAsLong() - walStart.getAsLong())
                            : OptionalLong.empty(),
                    Optional.empty());
        }
    }

    private static long size(Path dump) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(dump)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
