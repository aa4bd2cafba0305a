package dev.sanitiser.allowlist;

import java.util.Comparator;

/**
 * A place in an allow list, as editors count: both numbers start at 1.
 *
 * @param column counts UTF-16 units; a byte order mark does not count
 */
public record Location(int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER =
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column);

    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column start at 1");
        }
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
