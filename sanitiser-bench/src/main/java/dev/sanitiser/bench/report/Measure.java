package dev.sanitiser.bench.report;

import dev.sanitiser.bench.measure.HeapUse;
import dev.sanitiser.bench.measure.Measurement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** What is measured of a dump: a column of the table, and a member of the JSON. */
enum Measure {
    WALL("wall s", "wallSeconds", 2, m -> seconds(Optional.of(m.wall()))),
    CLIENT_CPU("client CPU s", "clientCpuSeconds", 2, m -> seconds(Optional.of(m.clientCpu()))),
    SERVER_CPU("server CPU s", "serverCpuSeconds", 2, m -> seconds(m.serverCpu())),
    PEAK_MEMORY("RSS MB", "peakMemoryMegabytes", 0, m -> megabytes(OptionalLong.of(m.peakMemory()))),
    PEAK_HEAP("heap MB", "peakHeapMegabytes", 0, m -> megabytes(heap(m, HeapUse::peak))),
    LIVE_HEAP("live MB", "liveHeapMegabytes", 0, m -> megabytes(heap(m, HeapUse::live))),
    SIZE("dump MB", "dumpMegabytes", 1, m -> megabytes(OptionalLong.of(m.size()))),
    WAL("WAL kB", "walKilobytes", 1, m -> amount(m.wal(), 1e3)),
    RESTORE("restore s", "restoreSeconds", 2, m -> seconds(m.restore()));

    private final String title;
    private final String member;
    private final int decimals;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
    private final Function<Measurement, OptionalDouble> value;

    Measure(String title, String member, int decimals, Function<Measurement, OptionalDouble> value) {
        this.title = title;
        this.member = member;
        this.decimals = decimals;
        this.value = value;
    }

    String title() {
        return title;
    }

    /** Its name in JSON, with the unit. */
    String member() {
        return member;
    }

    OptionalDouble of(Measurement measurement) {
        return value.apply(measurement);
    }

    String text(OptionalDouble amount) {
        return amount.isPresent() ? String.format(Locale.ROOT, "%." + decimals + "f", amount.getAsDouble()) : "-";
    }

    private static OptionalDouble seconds(Optional<Duration> duration) {
        return duration.map(d -> OptionalDouble.of(d.toNanos() / 1e9)).orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble megabytes(OptionalLong bytes) {
        return amount(bytes, 1e6);
    }

    private static OptionalDouble amount(OptionalLong bytes, double unit) {
        return bytes.isPresent() ? OptionalDouble.of(bytes.getAsLong() / unit) : OptionalDouble.empty();
    }

    private static OptionalLong heap(Measurement measurement, Function<HeapUse, Long> part) {
        return measurement.heap().map(h -> OptionalLong.of(part.apply(h))).orElseGet(OptionalLong::empty);
    }
}
