package dev.sanitiser.testkit;

import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import java.util.Set;

/** Tells values that would be found by chance, so that to find one proves nothing. */
record Chance(DataType type, Relation table) {

    static final String RULE = "values of 4 characters or more, numbers of 8 or more; never booleans, labels of enums,"
            + " dates, times of day, and texts that a CHECK of the table names";

    private static final int SHORTEST_TEXT = 4;
    private static final int SHORTEST_NUMBER = 8;
    private static final Set<String> FEW_VALUES =
            Set.of("bool", "date", "time", "timetz", "char", "bit", "varbit", "regclass", "regtype", "oid");
    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "money", "interval");

    boolean wouldFind(String value) {
        return hasFewValues(type)
                || value.length() < (isNumber(type) ? SHORTEST_NUMBER : SHORTEST_TEXT)
                || table.checks().stream()
                        .anyMatch(check -> check.expression().contains("'" + value.replace("'", "''") + "'"));
    }

    private static boolean hasFewValues(DataType type) {
        return type.match(new DataType.Cases<>(
                base -> FEW_VALUES.contains(base.name().name()),
                enumeration -> true,
                domain -> hasFewValues(domain.underlying().type()),
                composite -> composite.attributes().stream()
                        .allMatch(a -> hasFewValues(a.type().type())),
                array -> hasFewValues(array.element()),
                range -> hasFewValues(range.subtype()),
                multirange -> hasFewValues(multirange.range())));
    }

    private static boolean isNumber(DataType type) {
        return type.match(new DataType.Cases<>(
                base -> NUMBERS.contains(base.name().name()),
                enumeration -> false,
                domain -> isNumber(domain.underlying().type()),
                composite -> false,
                array -> isNumber(array.element()),
                range -> isNumber(range.subtype()),
                multirange -> isNumber(multirange.range())));
    }
}
