package dev.sanitiser.draft;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the sample told of one column, in numbers only.
 *
 * @param valueCount values that are neither NULL nor empty
 * @param distinctCount different ones among them; 0 where they were not counted
 * @param longest characters of the longest value, at most those that were looked at; 0 for what is no text
 * @param alike how many values look like what; no entry for none
 */
record ColumnContent(long valueCount, long distinctCount, long longest, Map<Likeness, Long> alike) {

    private static final int CODES_AT_MOST = 40;
    private static final int ROWS_PER_CODE = 10;
    private static final int LONGEST_CODE = 40;

    ColumnContent {
        alike = Map.copyOf(alike);
    }

    /** What most alike values look like, if there are enough of them to call the column personal. */
    Optional<String> personal() {
        return alike.entrySet().stream()
                .filter(e -> e.getKey().isPersonal(e.getValue(), valueCount))
                .max(Map.Entry.<Likeness, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(e -> share(e.getValue()) + " of " + count(valueCount) + " values look like "
                        + e.getKey().what());
    }

    /** Whether few short values repeat all over, none of which looks like anything personal. */
    boolean isCode() {
        return alike.isEmpty()
                && longest <= LONGEST_CODE
                && distinctCount <= CODES_AT_MOST
                && distinctCount * ROWS_PER_CODE <= valueCount;
    }

    String distinct() {
        return distinctCount + (distinctCount == 1 ? " value in " : " different values in ") + count(valueCount)
                + " rows";
    }

    private String share(long part) {
        long percent = part * 100 / Math.max(1, valueCount);
        return part == valueCount ? "all" : percent == 0 ? "less than 1 %" : percent + " %";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
