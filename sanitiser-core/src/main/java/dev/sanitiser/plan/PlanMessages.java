package dev.sanitiser.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Problems and notes, each said once however many partitions it holds for. */
final class PlanMessages {

    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void problem(String problem) {
        problems.add(problem);
    }

    void problems(Collection<String> more) {
        problems.addAll(more);
    }

    void note(String note) {
        notes.add(note);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
