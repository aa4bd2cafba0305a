package dev.sanitiser;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Measures how long each step takes and tells the listener when one begins. */
final class StepClock {

    private final DumpListener listener;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<DumpStep, Duration> durations = new EnumMap<>(DumpStep.class);
    private Optional<DumpStep> current = Optional.empty();
    private long stepStartedNanos;

    StepClock(DumpListener listener) {
        this.listener = listener;
    }

    void begin(DumpStep step) {
        end();
        current = Optional.of(step);
        stepStartedNanos = System.nanoTime();
        listener.stepStarted(step);
    }

    /** Ends the current step. */
    void end() {
        current.ifPresent(step -> durations.put(step, Duration.ofNanos(System.nanoTime() - stepStartedNanos)));
        current = Optional.empty();
    }

    Instant startedAt() {
        return startedAt;
    }

    Map<DumpStep, Duration> durations() {
        return Map.copyOf(durations);
    }

    Duration total() {
        return durations.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
