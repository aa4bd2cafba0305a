package dev.sanitiser.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Rows of one table before and after, one above the other.
 *
 * @param treatments one word for each column
 * @param before rows of cells, empty for NULL
 * @param after the same rows of the copy
 */
record Comparison(
        String heading,
        List<String> columns,
        List<String> treatments,
        List<List<Optional<String>>> before,
        List<List<Optional<String>>> after) {

    static final int WIDTH = 100;

    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    Comparison {
        columns = List.copyOf(columns);
        treatments = List.copyOf(treatments);
        before = List.copyOf(before);
        after = List.copyOf(after);
        if (columns.size() != treatments.size() || before.size() != after.size()) {
            throw new IllegalArgumentException("a treatment for each column, and each row twice");
        }
    }

    /** Lines of at most {@value #WIDTH} columns; longer cells end in dots. */
    List<String> lines(Ansi ansi) {
        List<List<String>> rows = rows();
        List<Integer> widths = new ColumnWidths(WIDTH - INDENT.length(), GAP.length()).of(rows);
        List<String> lines = new ArrayList<>();
        lines.add(paint(ansi, heading, Style.bold));
        for (int i = 0; i < rows.size(); i++) {
            boolean startsPair = i > 0 && i % 2 == 0;
            if (startsPair) {
                lines.add("");
            }
            lines.add(line(ansi, rows.get(i), widths));
        }
        return lines;
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(labelled("", columns));
        rows.add(labelled("", treatments));
        for (int i = 0; i < before.size(); i++) {
            rows.add(labelled("before", cells(before.get(i))));
            rows.add(labelled("after", cells(after.get(i))));
        }
        return rows;
    }

    private static List<String> labelled(String label, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(label));
        row.addAll(cells);
        return row;
    }

    private static List<String> cells(List<Optional<String>> row) {
        return row.stream()
                .map(cell ->
                        cell.map(text -> text.replaceAll("\\p{Cntrl}", " ")).orElse("NULL"))
                .toList();
    }

    private String line(Ansi ansi, List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int i = 0; i < cells.size(); i++) {
            boolean isLast = i == cells.size() - 1;
            String text = clipped(cells.get(i), widths.get(i));
            line.append(paint(ansi, text, style(i)));
            line.append(isLast ? "" : " ".repeat(widths.get(i) - text.length()) + GAP);
        }
        return line.toString();
    }

    private static String clipped(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 3)) + "...";
    }

    private IStyle style(int cell) {
        if (cell == 0) {
            return Style.faint;
        }
        return treatments.get(cell - 1).equals("kept") ? Style.fg_green : Style.fg_yellow;
    }

    private static String paint(Ansi ansi, String text, IStyle style) {
        return ansi.enabled() && !text.isEmpty() ? style.on() + text + style.off() : text;
    }
}
