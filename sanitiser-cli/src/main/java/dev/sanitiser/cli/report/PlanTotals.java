package dev.sanitiser.cli.report;

import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of a plan does what; columns are counted where rows travel.
 *
 * @param columns number of columns by the label of their treatment
 */
record PlanTotals(long tablesWithRows, long tablesWithoutRows, Map<String, Long> columns) {

    private static final List<String> LABELS =
            List.of("keep", "fake", "paths", "reference", "pseudonym", "null", "computed");
    private static final List<String> WORDS = List.of(
            "kept",
            "faked",
            "with kept paths",
            "referring to other tables",
            "pseudonymised",
            "set to NULL",
            "computed");

    static PlanTotals of(SanitisationPlan plan) {
        List<TablePlan> withRows = plan.tables().stream()
                .filter(table -> table.rows().copiesAllRows())
                .toList();
        return new PlanTotals(
                withRows.size(),
                plan.tables().size() - (long) withRows.size(),
                withRows.stream()
                        .flatMap(table -> table.columns().stream())
                        .collect(Collectors.groupingBy(c -> c.treatment().label(), Collectors.counting())));
    }

    String sentence() {
        return tables() + "; " + columnCounts() + ".";
    }

    String tables() {
        return Quantity.of(tablesWithRows, "table") + " with rows, " + Quantity.count(tablesWithoutRows) + " without";
    }

    /** {@code 34 columns kept, 56 faked, 3 computed}; kinds that do not occur are left out, but for the first two. */
    String columnCounts() {
        StringBuilder text = new StringBuilder(Quantity.of(columns.getOrDefault("keep", 0L), "column") + " kept");
        for (int i = 1; i < LABELS.size(); i++) {
            long number = columns.getOrDefault(LABELS.get(i), 0L);
            if (i == 1 || number > 0) {
                text.append(", ").append(Quantity.count(number)).append(' ').append(WORDS.get(i));
            }
        }
        return text.toString();
    }
}
