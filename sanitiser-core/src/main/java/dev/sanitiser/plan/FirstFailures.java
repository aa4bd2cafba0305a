package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers why the first candidate of a column failed: it is the likeliest one, and a reader learns more from it than
 * from the last resort.
 */
final class FirstFailures {

    private final Map<Key, Set<String>> first = new HashMap<>();

    private record Key(long table, List<Column> columns) {
        static Key of(Proof.Subject subject) {
            return new Key(subject.draft().relation().oid(), subject.columns());
        }
    }

    void note(List<PlanProver.Failure> failures) {
        Map<Key, Set<String>> now = new HashMap<>();
        for (PlanProver.Failure failure : failures) {
            failure.proof()
                    .subject()
                    .ifPresent(s -> now.computeIfAbsent(Key.of(s), k -> new LinkedHashSet<>())
                            .add(failure.problem()));
        }
        now.forEach(first::putIfAbsent);
    }

    /**
     * What to report where nothing is left to try. A view whose query raised an error is named only if no table has a
     * problem: it reads the tables' statements.
     */
    List<String> problemsOf(List<PlanProver.Failure> failures) {
        boolean tablesFail = failures.stream().anyMatch(f -> f.proof().subject().isPresent());
        Set<String> problems = new LinkedHashSet<>();
        for (PlanProver.Failure failure : failures) {
            boolean raised = !failure.problem().equals(failure.proof().problem());
            if (tablesFail && raised && failure.proof().subject().isEmpty()) {
                continue;
            }
            problems.addAll(failure.proof()
                    .subject()
                    .map(s -> first.getOrDefault(Key.of(s), Set.of(failure.problem())))
                    .orElse(Set.of(failure.problem())));
        }
        return List.copyOf(problems);
    }
}
