package dev.sanitiser.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** How ratios are written. */
final class Ratio {

    private Ratio() {}

    static String text(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : "-";
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.0f%%", 100 * share.getAsDouble()) : "-";
    }
}
