package dev.sanitiser.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times as people read them, the same in every locale. */
final class Amounts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private Amounts() {}

    /** {@code 1,234,567}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 row}, {@code 1,234 rows}; the noun takes an s. */
    static String of(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Decimal units: {@code 812 bytes}, {@code 3.1 MB}. */
    static String bytes(long sizeInBytes) {
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

    /** {@code 0.8 s}, {@code 3 min 5 s}, {@code 1 h 2 min}. */
    static String duration(Duration duration) {
        if (duration.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    /** {@code 22 November 2026, 04:25:22 UTC}. */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** {@code 38 %}; what is not nothing is never 0, and what is not all is never 100. */
    static String share(long part, long whole) {
        long rounded = Math.round(100.0 * part / whole);
        if (part > 0 && rounded == 0) {
            return "< 1%";
        }
        return part < whole && rounded == 100 ? "> 99%" : rounded + "%";
    }
}
