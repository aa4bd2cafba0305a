package dev.sanitiser.cli.report;

import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.draft.DraftColumn;
import dev.sanitiser.draft.DraftTable;
import dev.sanitiser.draft.Proposal;
import java.util.ArrayList;
import java.util.List;

/** The verdicts of a draft for people: a block for each table, a line for each column. */
public final class DraftText {

    private static final int[] LIMITS = {24, 9, 19};
    private static final List<String> HEADINGS = List.of("COLUMN", "PROPOSED", "VERDICT", "BECAUSE");

    private final int width;
    private final boolean colours;

    /**
     * @param width characters that fit a line, at least 40
     * @param colours whether tables are bold and columns that would keep real values yellow
     */
    public DraftText(int width, boolean colours) {
        this.width = width;
        this.colours = colours;
    }

    /** @param target where the list went, for the last line */
    public List<String> of(AllowListDraft draft, String target) {
        List<String> lines = new ArrayList<>();
        for (DraftTable table : draft.tables()) {
            addTable(table, lines);
            lines.add("");
        }
        lines.addAll(TextTable.wrap(summary(draft), width));
        lines.addAll(
                TextTable.wrap("The draft went to " + target + ". Nobody has read it yet: read what it keeps.", width));
        return lines;
    }

    private void addTable(DraftTable table, List<String> lines) {
        String title = Printable.of(table.name().toString()) + ": " + size(table)
                + table.contentNote()
                        .map(note -> "; judged by names and types: " + Printable.of(note))
                        .orElse("");
        TextTable.wrap(title, width).forEach(line -> lines.add(coloured("1", line)));
        if (table.columns().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        table.columns().forEach(column -> rows.add(cells(column)));
        TextTable text = new TextTable("  ", width, LIMITS, rows);
        lines.addAll(text.lines(HEADINGS));
        for (int i = 0; i < table.columns().size(); i++) {
            boolean real = table.columns().get(i).proposal() == Proposal.KEEP;
            text.lines(rows.get(i + 1)).forEach(line -> lines.add(real ? coloured("33", line) : line));
        }
    }

    private static String size(DraftTable table) {
        String rows = table.estimatedRowCount() < 0
                ? "never analysed"
                : "about " + Quantity.of(table.estimatedRowCount(), "row");
        return rows + ", " + Quantity.bytes(table.sizeInBytes());
    }

    private static List<String> cells(DraftColumn column) {
        return List.of(
                Printable.of(column.column().name()),
                column.proposal().label(),
                column.verdict().kind().label(),
                Printable.of(column.verdict().reason()));
    }

    private static String summary(AllowListDraft draft) {
        return Quantity.of(draft.tables().size(), "table") + "; " + Quantity.of(count(draft, Proposal.KEEP), "column")
                + " proposed as kept, " + Quantity.count(count(draft, Proposal.PSEUDONYM)) + " as pseudonyms, "
                + Quantity.count(count(draft, Proposal.FAKE)) + " faked.";
    }

    private static long count(AllowListDraft draft, Proposal proposal) {
        return draft.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.proposal() == proposal)
                .count();
    }

    private String coloured(String code, String line) {
        return colours ? "\u001b[" + code + "m" + line + "\u001b[m" : line;
    }
}
