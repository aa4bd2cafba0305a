package dev.sanitiser.cli.report;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment.Cases;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan for people: a block for each table, a line for each column. */
public final class PlanText {

    private static final Set<String> KEEPS_REAL_VALUES = Set.of("keep", "paths");

    private static final int[] LIMITS = {24, 9, 20};
    private static final List<String> HEADINGS = List.of("COLUMN", "TREATMENT", "BY", "BECAUSE");

    private final int width;
    private final boolean colours;

    /**
     * @param width characters that fit a line, at least 40
     * @param colours whether tables are bold and columns that keep real values yellow
     */
    public PlanText(int width, boolean colours) {
        this.width = width;
        this.colours = colours;
    }

    /** The lines without statements. */
    public List<String> of(SanitisationPlan plan) {
        return lines(plan, table -> Optional.empty());
    }

    /** The lines with each table's statement below its columns. */
    public List<String> withSql(SanitisationPlan plan) {
        return lines(plan, TablePlan::selectSql);
    }

    private List<String> lines(SanitisationPlan plan, Function<TablePlan, Optional<String>> sql) {
        List<String> lines = new ArrayList<>();
        for (TablePlan table : plan.tables()) {
            addTable(table, lines);
            sql.apply(table).ifPresent(statement -> addStatement(statement, lines));
            lines.add("");
        }
        lines.addAll(TextTable.wrap(PlanTotals.of(plan).sentence(), width));
        lines.addAll(TextTable.wrap("Allow list: sha256:" + plan.allowListSha256(), width));
        plan.options()
                .readAs()
                .ifPresent(role -> lines.addAll(TextTable.wrap("Rows are read as: " + Printable.of(role), width)));
        plan.notes().forEach(note -> lines.addAll(TextTable.wrap("Note: " + Printable.of(note), width)));
        return lines;
    }

    private void addTable(TablePlan table, List<String> lines) {
        String title = Printable.of(table.name().toString()) + ": " + rows(table) + "; "
                + Printable.of(table.rows().reason());
        TextTable.wrap(title, width).forEach(line -> lines.add(coloured("1", line)));
        if (table.rows().copiesAllRows() && !table.columns().isEmpty()) {
            addColumns(table.columns(), lines);
        }
    }

    private static String rows(TablePlan table) {
        if (!table.rows().copiesAllRows()) {
            return "no rows";
        }
        return table.estimatedRowCount() < 0
                ? "all rows (never analysed)"
                : "all rows (about " + Quantity.count(table.estimatedRowCount()) + ")";
    }

    private void addColumns(List<ColumnPlan> columns, List<String> lines) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        columns.forEach(column -> rows.add(cells(column)));
        TextTable table = new TextTable("  ", width, LIMITS, rows);
        lines.addAll(table.lines(HEADINGS));
        for (int i = 0; i < columns.size(); i++) {
            boolean real = KEEPS_REAL_VALUES.contains(columns.get(i).treatment().label());
            table.lines(rows.get(i + 1)).forEach(line -> lines.add(real ? coloured("33", line) : line));
        }
    }

    private static List<String> cells(ColumnPlan plan) {
        return List.of(
                Printable.of(plan.column().name()),
                plan.treatment().label(),
                Printable.of(by(plan)),
                Printable.of(plan.treatment().reason()));
    }

    /** What makes the value: a generator, or the table whose keys are used. */
    private static String by(ColumnPlan plan) {
        return plan.treatment()
                .match(new Cases<>(
                        keep -> "",
                        paths -> paths.paths().stream()
                                .map(DocumentPath::toString)
                                .collect(Collectors.joining(", ")),
                        fake -> fake.fake().generator(),
                        reference -> reference.referencedTable().toString(),
                        pseudonym -> pseudonym.domain(),
                        alwaysNull -> "",
                        computed -> ""));
    }

    private static void addStatement(String statement, List<String> lines) {
        Printable.lines(statement).lines().forEach(line -> lines.add("    " + line));
    }

    private String coloured(String code, String line) {
        return colours ? "\u001b[" + code + "m" + line + "\u001b[m" : line;
    }
}
