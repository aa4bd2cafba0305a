package dev.sanitiser.review;

import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpStep;
import dev.sanitiser.Strategy;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.review.Review.Fact;
import dev.sanitiser.review.Review.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a page says about a finished dump. */
final class DumpReview {

    private DumpReview() {}

    static Review of(DumpReport report) {
        Map<QualifiedName, DumpReport.Table> copied =
                report.tables().stream().collect(Collectors.toMap(DumpReport.Table::name, Function.identity()));
        List<ReviewTable> tables = report.plan().tables().stream()
                .map(t -> table(t, Optional.ofNullable(copied.get(t.name()))))
                .toList();
        return new Review(
                "Sanitised dump",
                "What was done with every column, and what the finished dump holds. It was read back and checked before it"
                        + " got its name.",
                facts(report),
                figures(report, Tally.of(tables)),
                report.plan().notes(),
                PlannedColumns.HEADING,
                tables,
                Optional.of(new RunAccount(steps(report), report.structureLeftOut())));
    }

    private static List<Fact> facts(DumpReport report) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Shows the moment", Amounts.moment(report.snapshotAt())),
                new Fact("Dump begun", Amounts.moment(report.startedAt())),
                new Fact("Strategy", words(report.strategy())),
                new Fact("PostgreSQL", report.serverVersion()),
                new Fact("pg_dump", report.pgDumpVersion())));
        facts.addAll(PlanFacts.of(report.plan()));
        return facts;
    }

    private static String words(Strategy strategy) {
        return switch (strategy) {
            case SCRATCH -> "scratch: sanitised in a temporary schema of the source";
            case STREAM -> "stream: sanitised while the tables were read, nothing written to the source";
        };
    }

    private static List<Figure> figures(DumpReport report, Tally tally) {
        long rowCount =
                report.tables().stream().mapToLong(DumpReport.Table::rowCount).sum();
        return List.of(
                new Figure(
                        Amounts.count(rowCount),
                        "rows in " + Amounts.of(report.tables().size(), "table")),
                new Figure(Amounts.bytes(report.sizeInBytes()), "size of the dump"),
                new Figure(Amounts.duration(report.duration()), "from start to finish"),
                new Figure(
                        Amounts.count(tally.of(Treatment.KEPT) + tally.of(Treatment.PART)),
                        "of " + Amounts.of(tally.total(), "column") + " with real values"));
    }

    private static ReviewTable table(TablePlan plan, Optional<DumpReport.Table> copied) {
        return new ReviewTable(
                plan.name(),
                copied.map(
                        t -> new ReviewTable.Extent(Amounts.of(t.rowCount(), "row"), Amounts.bytes(t.sizeInBytes()))),
                account(plan, copied),
                PlannedColumns.of(plan));
    }

    private static String account(TablePlan plan, Optional<DumpReport.Table> copied) {
        return copied.map(t -> "All rows were copied (" + plan.rows().reason() + "). The dump holds "
                        + Amounts.of(t.rowCount(), "row") + ", " + Amounts.bytes(t.sizeInBytes())
                        + " as text before compression.")
                .orElseGet(() -> "The rows stayed where they are; the copy has the empty table ("
                        + plan.rows().reason() + "). " + PlanReview.source(plan));
    }

    private static List<RunAccount.Step> steps(DumpReport report) {
        return Arrays.stream(DumpStep.values())
                .flatMap(step -> Optional.ofNullable(report.steps().get(step))
                        .map(duration -> new RunAccount.Step(StepWords.of(step, report.strategy()), duration))
                        .stream())
                .toList();
    }
}
