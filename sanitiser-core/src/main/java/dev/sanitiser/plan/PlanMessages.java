package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Problems and notes, each said once however many partitions it holds for. */
final class PlanMessages {

    private final Map<String, Misfit> problems = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param table whose entry in the list can mend it */
    void problem(QualifiedName table, String problem) {
        problems.putIfAbsent(problem, Misfit.ofRule(table, problem));
    }

    void problems(Collection<Misfit> more) {
        more.forEach(m -> problems.putIfAbsent(m.message(), m));
    }

    void note(String note) {
        notes.add(note);
    }

    List<Misfit> problems() {
        return List.copyOf(problems.values());
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
