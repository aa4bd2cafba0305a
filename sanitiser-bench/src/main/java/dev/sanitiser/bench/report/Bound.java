package dev.sanitiser.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a measure must not exceed.
 *
 * @param what is measured
 * @param most the figure must be at most this
 * @param aim this would be better; equal to {@code most} where nothing is
 * @param unit behind the figures, empty for ratios
 * @param measured empty if this run cannot tell
 */
record Bound(String what, double most, double aim, String unit, OptionalDouble measured) {

    static Bound ofRatio(String what, double most, double aim, OptionalDouble measured) {
        return new Bound(what, most, aim, "", measured);
    }

    String verdict() {
        if (measured.isEmpty()) {
            return "not measured";
        }
        if (measured.getAsDouble() > most) {
            return "missed";
        }
        return aim < most && measured.getAsDouble() <= aim ? "aim met" : "met";
    }

    String measuredText() {
        return measured.isPresent() ? text(measured.getAsDouble()) : "-";
    }

    String mostText() {
        return text(most);
    }

    String aimText() {
        return aim == most ? "" : text(aim);
    }

    private String text(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure) + unit;
    }
}
