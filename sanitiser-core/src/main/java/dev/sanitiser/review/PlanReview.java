package dev.sanitiser.review;

import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.review.Review.Figure;
import dev.sanitiser.review.ReviewTable.Extent;
import java.util.List;
import java.util.Optional;

/** What a page says about a plan. */
final class PlanReview {

    private PlanReview() {}

    static Review of(SanitisationPlan plan) {
        List<ReviewTable> tables = plan.tables().stream().map(PlanReview::table).toList();
        return new Review(
                "Sanitisation plan",
                "What a dump by this plan would do with every column. Only the structure of the database was read to make"
                        + " it, no row.",
                PlanFacts.of(plan),
                figures(tables),
                plan.notes(),
                PlannedColumns.HEADING,
                tables,
                Optional.empty());
    }

    private static List<Figure> figures(List<ReviewTable> tables) {
        long withRows = tables.stream().filter(ReviewTable::hasRows).count();
        Tally tally = Tally.of(tables);
        return List.of(
                new Figure(Amounts.count(withRows), "tables whose rows are copied"),
                new Figure(Amounts.count(tables.size() - withRows), "tables without their rows"),
                new Figure(Amounts.count(tally.total()), "columns in the copied rows"),
                new Figure(
                        Amounts.count(tally.of(Treatment.KEPT) + tally.of(Treatment.PART)),
                        "of them with real values"));
    }

    private static ReviewTable table(TablePlan table) {
        return new ReviewTable(
                table.name(),
                table.rows().copiesAllRows()
                        ? Optional.of(Extent.estimated(table.estimatedRowCount(), table.sizeInBytes()))
                        : Optional.empty(),
                account(table),
                PlannedColumns.of(table));
    }

    private static String account(TablePlan table) {
        String rows = table.rows().copiesAllRows()
                ? "All rows are copied"
                : "The rows stay where they are; the copy has the empty table";
        return rows + " (" + table.rows().reason() + "). " + source(table);
    }

    /** What is known of the table in the source. */
    static String source(TablePlan table) {
        String rows = table.estimatedRowCount() < 0
                ? "rows that PostgreSQL has not counted yet"
                : "about " + Amounts.of(table.estimatedRowCount(), "row");
        return "The source has " + rows + " in " + Amounts.bytes(table.sizeInBytes()) + ".";
    }
}
