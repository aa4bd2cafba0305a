package dev.sanitiser.cli.report;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them, the same in every locale. */
public final class Quantity {

    private Quantity() {}

    /** {@code 1,234,567}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 row}, {@code 1,234 rows}; the noun takes an s. */
    public static String of(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Decimal units: {@code 812 bytes}, {@code 3.1 MB}. */
    public static String bytes(long sizeInBytes) {
        if (sizeInBytes < 1_000) {
            return of(sizeInBytes, "byte");
        }
        double size = sizeInBytes / 1_000.0;
        for (String unit : new String[] {"kB", "MB", "GB"}) {
            if (size < 999.95) {
                return String.format(Locale.ROOT, "%.1f %s", size, unit);
            }
            size /= 1_000;
        }
        return String.format(Locale.ROOT, "%.1f TB", size);
    }

    /** Bytes per second; nothing to tell within the first moment. */
    public static String rate(long sizeInBytes, Duration duration) {
        return duration.toMillis() < 200 ? "" : bytes(sizeInBytes * 1_000 / duration.toMillis()) + "/s";
    }

    /** {@code 0.8 s}, {@code 3 min 5 s}, {@code 1 h 2 min}. */
    public static String duration(Duration duration) {
        if (duration.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
