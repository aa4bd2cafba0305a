package dev.sanitiser.review;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.draft.PersonalNames;
import dev.sanitiser.draft.Verdict;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.ColumnTreatment.Cases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says why somebody should look at a column that keeps real values: by its name, or the names of what is kept of it.
 */
final class Concerns {

    private static final ColumnType TEXT =
            new ColumnType(new DataType.Base(25, new QualifiedName("pg_catalog", "text")), -1, 0, "text");

    private Concerns() {}

    /** @return empty if the column keeps nothing, or nothing that looks personal */
    static Optional<String> of(QualifiedName table, ColumnPlan plan) {
        return plan.treatment()
                .match(new Cases<>(
                        keep -> ofColumn(table, plan.column()),
                        paths -> ofPaths(table, plan.column(), paths),
                        fake -> Optional.empty(),
                        reference -> Optional.empty(),
                        pseudonym -> Optional.empty(),
                        alwaysNull -> Optional.empty(),
                        computed -> Optional.empty()));
    }

    private static Optional<String> ofColumn(QualifiedName table, Column column) {
        return PersonalNames.judge(column.name(), column.comment(), column.type(), table.name())
                .map(Verdict::reason);
    }

    private static Optional<String> ofPaths(QualifiedName table, Column column, ColumnTreatment.KeepPaths paths) {
        return paths.paths().stream()
                .flatMap(path -> ofPath(table, column, path).stream())
                .findFirst();
    }

    /** The innermost name that a path has says what it leads to. */
    private static Optional<String> ofPath(QualifiedName table, Column column, DocumentPath path) {
        List<String> keys =
                path.steps().stream().flatMap(step -> step.key().stream()).toList();
        String name = Stream.concat(Stream.of(column.name()), keys.stream())
                .reduce((outer, inner) -> inner)
                .orElseThrow();
        return PersonalNames.judge(name, Optional.empty(), TEXT, table.name())
                .map(verdict -> path + ", " + verdict.reason());
    }
}
