package dev.sanitiser.catalog;

import java.util.List;

/**
 * An exclusion constraint.
 *
 * @param columns attribute numbers of every column that its keys, expressions and predicate name
 * @param elements its keys in order
 * @param predicateColumns attribute numbers of all columns named by the predicate and by expressions
 */
public record Exclusion(String name, List<Integer> columns, List<Element> elements, List<Integer> predicateColumns) {
    public Exclusion {
        columns = List.copyOf(columns);
        elements = List.copyOf(elements);
        predicateColumns = List.copyOf(predicateColumns);
    }

    /**
     * One key.
     *
     * @param column attribute number, 0 for an expression
     * @param operator its name alone, such as {@code =} or {@code &&}
     */
    public record Element(int column, String operator) {}
}
