package dev.sanitiser.review;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.ColumnTreatment.Cases;
import dev.sanitiser.plan.TablePlan;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the columns of a plan into a reviewer's words. */
final class PlannedColumns {

    static final String HEADING = "Value";

    private static final Cases<Treatment> TREATMENTS = new Cases<>(
            keep -> Treatment.KEPT,
            paths -> Treatment.PART,
            fake -> Treatment.FAKED,
            reference -> Treatment.REFERENCE,
            pseudonym -> Treatment.PSEUDONYM,
            alwaysNull -> Treatment.EMPTIED,
            computed -> Treatment.COMPUTED);

    private static final Cases<String> VALUES = new Cases<>(
            keep -> "the real value",
            paths -> "real at "
                    + paths.paths().stream().map(DocumentPath::toString).collect(Collectors.joining(", ")),
            fake -> generator(fake.fake().generator()),
            reference -> "a key of " + reference.referencedTable(),
            pseudonym -> "in place of " + pseudonym.domain(),
            alwaysNull -> "NULL",
            computed -> "computed");

    private PlannedColumns() {}

    static List<ReviewColumn> of(TablePlan table) {
        return table.columns().stream().map(c -> of(table.name(), c)).toList();
    }

    private static ReviewColumn of(QualifiedName table, ColumnPlan plan) {
        ColumnTreatment treatment = plan.treatment();
        return new ReviewColumn(
                plan.column().name(),
                plan.column().type().formatted(),
                treatment.match(TREATMENTS),
                treatment.match(VALUES),
                treatment.reason(),
                Concerns.of(table, plan));
    }

    /** What needs no generator of its own is made by its type. */
    private static String generator(String name) {
        return name.equals("type") ? "made to fit its type" : "made by generator " + name;
    }
}
