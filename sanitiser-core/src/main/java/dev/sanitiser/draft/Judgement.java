package dev.sanitiser.draft;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.draft.References.ColumnOf;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides on columns so that keys and what refers to them agree. */
final class Judgement {

    private static final Set<TypeFamily> HAS_PSEUDONYMS = Set.of(TypeFamily.INTEGER, TypeFamily.UUID, TypeFamily.TEXT);

    private final References references;
    private final PartitionBounds bounds;
    private final TablesByName tables;
    private final Predicate<Relation> travels;
    private final Contents contents;
    private final Map<ColumnOf, DraftColumn> decided = new HashMap<>();
    private final Set<ColumnOf> open = new HashSet<>();

    /** @param travels whether a table is in the copy, so that its keys can be replaced together with references */
    Judgement(Catalog catalog, Predicate<Relation> travels, Contents contents) {
        this.references = new References(catalog);
        this.bounds = new PartitionBounds(catalog, references);
        this.tables = new TablesByName(catalog);
        this.travels = travels;
        this.contents = contents;
    }

    DraftColumn decide(Relation table, Column column) {
        return decide(new ColumnOf(table, column));
    }

    private DraftColumn decide(ColumnOf column) {
        DraftColumn known = decided.get(column);
        if (known != null) {
            return known;
        }
        if (!open.add(column)) {
            return onItsOwn(column);
        }
        List<ColumnOf> targets =
                references.of(column).stream().filter(t -> !t.equals(column)).toList();
        DraftColumn decision =
                targets.isEmpty() || isBound(column) || !column.column().isStoredFromRows()
                        ? onItsOwn(column)
                        : reference(column, targets);
        open.remove(column);
        decided.put(column, decision);
        return decision;
    }

    /**
     * Lets each pseudonym lead to a column that is faked. Where keys refer to each other in a circle, none of them
     * would be, and the plan would keep them all.
     */
    void breakCircles() {
        Set<ColumnOf> grounded = new HashSet<>();
        Optional<ColumnOf> circling;
        do {
            ground(grounded);
            circling = decided.keySet().stream()
                    .filter(c -> isPseudonym(c) && !grounded.contains(c))
                    .min(Comparator.comparing(ColumnOf::toString));
            circling.ifPresent(c -> decided.put(
                    c, decision(c, new Verdict(Kind.UNDECIDED, "keys refer to each other in a circle here"))));
        } while (circling.isPresent());
    }

    private void ground(Set<ColumnOf> grounded) {
        boolean changed = true;
        while (changed) {
            changed = decided.keySet().stream()
                    .filter(this::isPseudonym)
                    .filter(c -> references.of(c).stream()
                            .anyMatch(t -> grounded.contains(t) || decide(t).proposal() == Proposal.FAKE))
                    .anyMatch(grounded::add);
        }
    }

    private boolean isPseudonym(ColumnOf column) {
        return decide(column).proposal() == Proposal.PSEUDONYM;
    }

    private boolean isBound(ColumnOf at) {
        return bounds.name(at)
                && PersonalNames.judge(
                                at.column().name(),
                                at.column().comment(),
                                at.column().type(),
                                at.table().name().name())
                        .isEmpty();
    }

    private DraftColumn onItsOwn(ColumnOf at) {
        if (isBound(at)) {
            Verdict verdict = new Verdict(Kind.STRUCTURAL, "the bounds of partitions name its values");
            return decision(at, contents.amend(at.table(), at.column(), verdict));
        }
        Verdict verdict =
                KeyJudge.judge(at.table(), at.column()).orElseGet(() -> TypeJudge.judge(at.table(), at.column()));
        Verdict judged = contents.amend(at.table(), at.column(), verdict);
        return judged.kind() == Kind.UNDECIDED
                ? byName(at).orElseGet(() -> decision(at, judged))
                : decision(at, judged);
    }

    private static DraftColumn decision(ColumnOf at, Verdict verdict) {
        return new DraftColumn(at.column(), verdict, verdict.kind().isSafe() ? Proposal.KEEP : Proposal.FAKE);
    }

    /** A reference without a foreign key is as safe as the key it is named after. */
    private Optional<DraftColumn> byName(ColumnOf at) {
        return tables.keyNamedBy(at)
                .filter(key -> !open.contains(key) && decide(key).proposal() == Proposal.KEEP)
                .map(key -> decision(at, new Verdict(Kind.STRUCTURAL, "named after " + key)));
    }

    private DraftColumn reference(ColumnOf at, List<ColumnOf> targets) {
        Optional<Verdict> sensitive = named(at, Breadth.SENSITIVE);
        if (sensitive.isPresent()) {
            return decision(at, sensitive.get());
        }
        Optional<ColumnOf> faked = targets.stream()
                .filter(t -> t.table().extension().isEmpty() && decide(t).proposal() != Proposal.KEEP)
                .findFirst();
        if (faked.isPresent()) {
            return referenceToFake(at, faked.get(), targets);
        }
        Verdict kept = named(at, Breadth.OWN_KEYS)
                .orElseGet(() -> new Verdict(Kind.STRUCTURAL, "refers to " + targets.get(0)));
        return decision(at, contents.amend(at.table(), at.column(), kept));
    }

    private DraftColumn referenceToFake(ColumnOf at, ColumnOf faked, List<ColumnOf> targets) {
        if (!targets.stream().allMatch(t -> travels.test(t.table()))) {
            return decision(at, new Verdict(Kind.UNDECIDED, "refers to " + faked + ", which is not copied"));
        }
        return HAS_PSEUDONYMS.contains(TypeFamily.of(at.column().type().type()))
                ? new DraftColumn(
                        at.column(),
                        new Verdict(Kind.STRUCTURAL, "refers to " + faked + ", which is faked"),
                        Proposal.PSEUDONYM)
                : decision(at, new Verdict(Kind.UNDECIDED, "refers to " + faked + ", which is faked"));
    }

    private static Optional<Verdict> named(ColumnOf at, Breadth breadth) {
        return PersonalNames.judge(at.column().name(), at.table().name().name(), breadth);
    }
}
