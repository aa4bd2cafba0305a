package dev.sanitiser.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells in aligned columns. Every column but the last is as wide as its widest cell up to a limit, the last
 * gets the rest of the line; what does not fit continues in the next line of its cell.
 */
final class TextTable {

    private static final String GAP = "  ";
    private static final int NARROWEST_LAST = 16;

    private final String indent;
    private final int[] widths;

    /**
     * @param limits widest width of each column but the last
     * @param rows at least one, which all have one cell more than there are limits
     */
    TextTable(String indent, int lineWidth, int[] limits, List<List<String>> rows) {
        this.indent = indent;
        this.widths = new int[limits.length + 1];
        int used = indent.length();
        for (int i = 0; i < limits.length; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
            widths[i] = Math.max(1, Math.min(limits[i], widest));
            used += widths[i] + GAP.length();
        }
        widths[limits.length] = Math.max(NARROWEST_LAST, lineWidth - used);
    }

    /** The lines of one row. */
    List<String> lines(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(wrap(row.get(i), widths[i]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            lines.add(line(cells, line));
        }
        return lines;
    }

    private String line(List<List<String>> cells, int line) {
        StringBuilder text = new StringBuilder(indent);
        for (int i = 0; i < widths.length; i++) {
            String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
            text.append(part)
                    .append(" ".repeat(Math.max(0, widths[i] - length(part))))
                    .append(GAP);
        }
        return text.toString().stripTrailing();
    }

    /** Breaks at spaces, and within a word that is longer than a line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
            while (length(line) > width) {
                int cut = line.offsetByCodePoints(0, width);
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence text) {
        return (int) text.codePoints().count();
    }
}
