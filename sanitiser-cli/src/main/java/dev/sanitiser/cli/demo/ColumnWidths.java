package dev.sanitiser.cli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Fits columns of text into a line: each as wide as its longest cell, then the widest give way. */
record ColumnWidths(int lineWidth, int gap) {

    private static final int NARROWEST = 4;

    List<Integer> of(List<? extends List<String>> rows) {
        List<Integer> widths = new ArrayList<>(natural(rows));
        int available = lineWidth - gap * (widths.size() - 1);
        while (sum(widths) > available && Collections.max(widths) > NARROWEST) {
            int widest = widths.indexOf(Collections.max(widths));
            widths.set(widest, widths.get(widest) - 1);
        }
        return widths;
    }

    private static List<Integer> natural(List<? extends List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int column = i;
            widths.add(rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0));
        }
        return widths;
    }

    private static int sum(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }
}
