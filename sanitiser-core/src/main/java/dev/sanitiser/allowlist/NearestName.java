package dev.sanitiser.allowlist;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the name that somebody most likely meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * The candidate with the fewest typing slips, in upper and lower case alike; the first in name order among equals.
     *
     * @return empty where no candidate is near enough to be a slip
     */
    public static Optional<String> of(String wanted, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(wanted, candidate).isPresent())
                .min(Comparator.<String>comparingInt(
                                candidate -> distance(wanted, candidate).orElseThrow())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * The number of typing slips between two names: letters left out, added, replaced or swapped with their neighbour.
     *
     * @return empty where the names are too different for one to be a slip of the other
     */
    public static OptionalInt distance(String wanted, String candidate) {
        int limit = Math.max(1, wanted.length() / 3);
        if (Math.abs(wanted.length() - candidate.length()) > limit) {
            return OptionalInt.empty();
        }
        int distance = slips(wanted.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        return distance <= limit ? OptionalInt.of(distance) : OptionalInt.empty();
    }

    /** {@return {@code ; did you mean "…"?}, or nothing} */
    public static String hint(String wanted, Collection<String> candidates) {
        return of(wanted, candidates).map(NearestName::hint).orElse("");
    }

    /** {@return {@code ; did you mean "…"?}} */
    public static String hint(String suggestion) {
        return "; did you mean " + Quoted.json(suggestion) + "?";
    }

    /** Optimal string alignment, row by row; two rows back for swapped neighbours. */
    private static int slips(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = nextRow(a, b, i, last, beforeLast);
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static int[] nextRow(String a, String b, int i, int[] last, int[] beforeLast) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
        }
        return row;
    }
}
