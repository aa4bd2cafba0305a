package dev.sanitiser.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What constraints ask of columns, in disjunctive form: each alternative satisfies them all, if it was understood
 * fully.
 *
 * @param alternatives by column's name; {@code value} for a domain's constraint
 */
public record Requirements(List<Map<String, Requirement>> alternatives) {

    private static final int MOST_ALTERNATIVES = 24;

    public static final Requirements NONE = new Requirements(List.of(Map.of()));

    public Requirements {
        alternatives = List.copyOf(alternatives);
    }

    /** Reads an expression as {@code pg_get_expr} gives it. */
    public static Requirements of(String expression) {
        return of(ExpressionParser.parse(expression), false);
    }

    /** Both at once; where that gets too long, the first alone. */
    public Requirements and(Requirements other) {
        if (alternatives.size() * other.alternatives.size() > MOST_ALTERNATIVES) {
            return alternatives.size() > other.alternatives.size() ? other : this;
        }
        List<Map<String, Requirement>> all = new ArrayList<>();
        for (Map<String, Requirement> one : alternatives) {
            for (Map<String, Requirement> another : other.alternatives) {
                all.add(merged(one, another));
            }
        }
        return new Requirements(all);
    }

    /** What each alternative asks of a column; alternatives that ask the same are named once. */
    public List<Requirement> of(List<String> names) {
        return alternatives.stream()
                .map(a -> names.stream()
                        .flatMap(n -> Optional.ofNullable(a.get(n)).stream())
                        .reduce(Requirement.NONE, Requirement::and))
                .distinct()
                .toList();
    }

    private static Map<String, Requirement> merged(Map<String, Requirement> one, Map<String, Requirement> another) {
        Map<String, Requirement> both = new HashMap<>(one);
        another.forEach((name, requirement) -> both.merge(name, requirement, Requirement::and));
        return both;
    }

    private static Requirements of(Term term, boolean negated) {
        if (term instanceof Term.Not not) {
            return of(not.term(), !negated);
        }
        if (term instanceof Term.And and) {
            return negated ? any(and.terms(), true) : all(and.terms(), false);
        }
        if (term instanceof Term.Or or) {
            return negated ? all(or.terms(), true) : any(or.terms(), false);
        }
        return new Requirements(List.of(Conditions.of(term, negated)));
    }

    private static Requirements all(List<Term> terms, boolean negated) {
        return terms.stream().map(t -> of(t, negated)).reduce(NONE, Requirements::and);
    }

    private static Requirements any(List<Term> terms, boolean negated) {
        List<Map<String, Requirement>> all = new ArrayList<>();
        terms.forEach(t -> all.addAll(of(t, negated).alternatives()));
        return literalsOfOneColumn(all)
                .map(a -> new Requirements(List.of(a)))
                .orElseGet(() -> new Requirements(all.subList(0, Math.min(all.size(), MOST_ALTERNATIVES))));
    }

    /** {@code a = 1 OR a = 2} is {@code a IN (1, 2)}. */
    private static Optional<Map<String, Requirement>> literalsOfOneColumn(List<Map<String, Requirement>> all) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> literals = new LinkedHashSet<>();
        for (Map<String, Requirement> alternative : all) {
            for (Map.Entry<String, Requirement> entry : alternative.entrySet()) {
                names.add(entry.getKey());
                Set<String> values = entry.getValue().literals().orElse(Set.of());
                if (!Requirement.oneOf(values).equals(entry.getValue())) {
                    return Optional.empty();
                }
                literals.addAll(values);
            }
        }
        return names.size() == 1 && all.stream().noneMatch(Map::isEmpty)
                ? Optional.of(Map.of(names.iterator().next(), Requirement.oneOf(literals)))
                : Optional.empty();
    }
}
