package dev.sanitiser.bench.report;

import java.util.List;
import java.util.Locale;

/** How long planning took, in words. */
public final class PlanTable {

    private PlanTable() {}

    /** The lines, a headline first. */
    public static List<String> of(PlanResult plan) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Plan of %,d tables, %,d columns, %,d CHECK constraints; medians of %d rounds",
                        plan.tables(),
                        plan.columns(),
                        plan.checks(),
                        plan.command().size()),
                "",
                String.format(Locale.ROOT, "sanitiser plan         %.2f s", plan.commandSeconds()),
                String.format(Locale.ROOT, "within a warm JVM      %.2f s", plan.librarySeconds()));
    }
}
