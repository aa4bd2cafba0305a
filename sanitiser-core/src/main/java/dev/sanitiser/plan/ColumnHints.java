package dev.sanitiser.plan;

import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.constraint.Requirement;
import dev.sanitiser.constraint.Requirements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What CHECK constraints, partition bounds and domains ask of a column: any one of the requirements, as far as they
 * were understood. Each expression is read once.
 */
final class ColumnHints {

    private static final List<String> DOMAIN_VALUE = List.of("value");

    private final Map<String, Requirements> read = new HashMap<>();

    /** At least one; {@link Requirement#NONE} where nothing is asked. */
    List<Requirement> ofTable(TableDraft draft, Column column) {
        Requirements all = Requirements.NONE;
        for (Check check : TableConstraints.of(draft)) {
            if (check.columns().contains(column.number())) {
                all = all.and(requirements(check.expression()));
            }
        }
        return all.of(List.of(column.name()));
    }

    /** Of one level of a domain. */
    List<Requirement> ofDomain(DataType.Domain domain) {
        List<Requirement> all = List.of(Requirement.NONE);
        for (Check check : domain.checks()) {
            all = both(all, requirements(check.expression()).of(DOMAIN_VALUE));
        }
        return all;
    }

    static List<Requirement> both(List<Requirement> some, List<Requirement> others) {
        return some.stream()
                .flatMap(one -> others.stream().map(one::and))
                .distinct()
                .toList();
    }

    private Requirements requirements(String expression) {
        return read.computeIfAbsent(expression, Requirements::of);
    }
}
