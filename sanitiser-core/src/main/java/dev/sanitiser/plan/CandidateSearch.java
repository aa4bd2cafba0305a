package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers proofs that failed: rules a candidate out, or fits a column to the rest of its row. Every answer leaves fewer
 * to try, so a search ends.
 */
final class CandidateSearch {

    private final GeneratorChooser fakes;
    private final Fittings fittings;
    private final Partitions partitions;
    private final Set<Place> changed = new HashSet<>();

    /** What to do about rows that fit no other way: let them go to other partitions. */
    interface Partitions {
        /** @return the tables that changed, by oid */
        Set<Long> reroute(TableDraft draft);
    }

    /** Columns of two tables may be equal. */
    private record Place(long table, int column) {
        static Place of(TableDraft draft, Column column) {
            return new Place(draft.relation().oid(), column.number());
        }
    }

    CandidateSearch(GeneratorChooser fakes, Fittings fittings, Partitions partitions) {
        this.fakes = fakes;
        this.fittings = fittings;
        this.partitions = partitions;
    }

    /**
     * Changes the fakes of tables whose proofs failed.
     *
     * @return the tables that changed
     */
    Set<Long> answer(List<Proof> failed) {
        Set<Long> tables = new HashSet<>();
        changed.clear();
        for (Proof proof : failed) {
            proof.subject().ifPresent(s -> tables.addAll(answer(s)));
        }
        return tables;
    }

    /** Two proofs about one column count once: what the first of them changed may answer both. */
    private Set<Long> answer(Proof.Subject subject) {
        Set<Long> itself = Set.of(subject.draft().relation().oid());
        if (subject.columns().stream().anyMatch(c -> changed.contains(Place.of(subject.draft(), c)))) {
            return itself;
        }
        List<Column> now = change(subject);
        now.forEach(c -> changed.add(Place.of(subject.draft(), c)));
        if (!now.isEmpty()) {
            return itself;
        }
        return subject.kind() == Proof.Kind.PARTITION ? partitions.reroute(subject.draft()) : Set.of();
    }

    private List<Column> change(Proof.Subject subject) {
        TableDraft draft = subject.draft();
        List<Column> columns = subject.columns();
        if (subject.kind() == Proof.Kind.COLUMN || subject.columnsOfConstraint() == 1) {
            return columns.stream()
                    .filter(c ->
                            fakes.advance(draft, c) || (subject.kind() != Proof.Kind.COLUMN && fittings.fit(draft, c)))
                    .toList();
        }
        List<Column> moved = new ArrayList<>();
        columns.stream().filter(c -> fakes.advanceToConstraint(draft, c)).forEach(moved::add);
        if (moved.isEmpty()) {
            lastToFirst(columns).stream()
                    .filter(c -> fittings.fit(draft, c))
                    .findFirst()
                    .ifPresent(moved::add);
        }
        if (moved.isEmpty()) {
            lastToFirst(columns).stream()
                    .filter(c -> fakes.advance(draft, c))
                    .findFirst()
                    .ifPresent(moved::add);
        }
        return moved;
    }

    private static List<Column> lastToFirst(List<Column> columns) {
        List<Column> reversed = new ArrayList<>(columns);
        Collections.reverse(reversed);
        return reversed;
    }
}
