package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.fake.Fake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Decides what happens to a column, once the rules about keys have spoken. */
final class Treatments {

    private final GeneratorChooser fakes;
    private final Fittings fittings;
    private final PseudonymDomains pseudonyms;

    Treatments(GeneratorChooser fakes, Fittings fittings, PseudonymDomains pseudonyms) {
        this.fakes = fakes;
        this.fittings = fittings;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The treatment of a column in some scope of its table.
     *
     * @return empty if there is none; the reasons are then among the problems
     */
    Optional<ColumnTreatment> of(TableDraft draft, Column column, TableScope scope) {
        if (!column.isStoredFromRows()) {
            return Optional.of(new ColumnTreatment.Computed("generated column: computed from its row"));
        }
        if (draft.nullReason(column).isPresent()) {
            return draft.nullReason(column).map(ColumnTreatment.AlwaysNull::new);
        }
        if (draft.isPseudonym(column)) {
            return pseudonyms.treatment(draft, column, scope);
        }
        if (draft.isKept(column)) {
            return Optional.of(new ColumnTreatment.Keep("listed under keep"));
        }
        if (draft.reference(column).isPresent()) {
            return draft.reference(column).map(r -> reference(r.request(), r.position()));
        }
        if (draft.keptPaths(column).isPresent()) {
            return draft.keptPaths(column)
                    .map(p -> new ColumnTreatment.KeepPaths(p.paths(), "paths listed under keep"));
        }
        Field<Long> ordinal = draft.generatorTurn(column)
                .map(turn -> position(draft, column, turn, scope))
                .orElseGet(scope::ordinal);
        return fakes.choose(draft, column, ordinal)
                .map(f -> fakeValue(draft, column, f, fittings.of(draft, column, scope.ordinal())));
    }

    /** Which of its different values a generator gives to a row, from 1. */
    private static Field<Long> position(
            TableDraft draft, Column column, TableDraft.GeneratorTurn turn, TableScope scope) {
        Field<Long> rank = RowTurns.rank(draft.numbers(), scope, turn.rank());
        long seed = Seeds.of(draft.seedName(), column.name());
        List<Field<Long>> lower =
                turn.lower().stream().<Field<Long>>map(DSL::inline).toList();
        return RowTurns.position(rank, lower, seed).mod(DSL.inline(turn.size())).plus(DSL.inline(1L));
    }

    private static ColumnTreatment reference(KeyRequest request, int position) {
        return new ColumnTreatment.Reference(
                request.foreignKey(),
                request.referenced().name(),
                position,
                "some existing key of " + request.referenced().name() + ", for foreign key " + request.foreignKey());
    }

    private ColumnTreatment fakeValue(TableDraft draft, Column column, Fake fake, Optional<Fitting> fitting) {
        String rule = fakes.reason(draft, column);
        List<String> rules = new ArrayList<>(List.of(
                draft.fakeSpec(column)
                                .filter(s -> !(s instanceof FakeSpec.Automatic))
                                .isPresent()
                        ? rule
                        : "not kept; " + rule));
        if (draft.isUnique(column) || draft.generatorTurn(column).isPresent()) {
            rules.add("unique");
        }
        if (fitting.isPresent()) {
            rules.add("fitted to the rest of its row");
        }
        return new ColumnTreatment.FakeValue(fake, fitting, draft.sqlExpression(column), String.join("; ", rules));
    }
}
