package dev.sanitiser.draft;

import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.constraint.Requirement;
import dev.sanitiser.constraint.Requirements;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a constraint names all values that a column can have, as an enum does. */
final class ListedValues {

    private static final int AS_MANY_AS_CAN_BE_READ = 24;

    private ListedValues() {}

    static boolean isLimited(Relation table, Column column) {
        return Stream.concat(
                        ofTable(table, column).map(check -> lists(check, column.name())),
                        ofDomain(column.type().type()).map(check -> lists(check, "value")))
                .anyMatch(limited -> limited);
    }

    private static Stream<Check> ofTable(Relation table, Column column) {
        return table.checks().stream()
                .filter(check -> check.validated() && check.columns().equals(List.of(column.number())));
    }

    private static Stream<Check> ofDomain(DataType type) {
        return type instanceof DataType.Domain domain
                ? Stream.concat(
                        domain.checks().stream().filter(Check::validated),
                        ofDomain(domain.underlying().type()))
                : Stream.empty();
    }

    /** What is not understood asks for nothing, and so lists nothing. */
    private static boolean lists(Check check, String name) {
        Requirements requirements = Requirements.of(check.expression());
        List<Requirement> asked = requirements.of(List.of(name));
        return requirements.alternatives().size() < AS_MANY_AS_CAN_BE_READ
                && !asked.isEmpty()
                && asked.stream().allMatch(r -> r.literals().isPresent());
    }
}
