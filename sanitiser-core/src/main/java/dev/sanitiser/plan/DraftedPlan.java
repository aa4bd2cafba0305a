package dev.sanitiser.plan;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A plan whose proofs are still to be given; where one fails, other fakes may have to be chosen. Proven once. */
public final class DraftedPlan {

    private final Catalog catalog;
    private final Planner planner;
    private final Draft first;

    DraftedPlan(Catalog catalog, Planner planner, Draft first) {
        this.catalog = catalog;
        this.planner = planner;
        this.first = first;
    }

    /** The plan with the first candidates, unproven. */
    public SanitisationPlan plan() {
        return first.plan();
    }

    /** Whether a catalog, read later, would give the same plan: the server's estimates do not count. */
    public boolean isOf(Catalog later) {
        return catalog.withoutEstimates().equals(later.withoutEstimates());
    }

    /**
     * Proves the plan: the database evaluates constraints over the fakes, and fakes that break one are replaced by the
     * next candidates until all hold.
     *
     * @param key that rows will be copied with
     * @param session in a transaction that sees what the catalog shows; the database evaluates aggregates there
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public SanitisationPlan prove(PseudonymKey key, Session session) {
        key.handTo(session);
        try (StatementChecks statements = new StatementChecks()) {
            SanitisationPlan proven = prove(new PlanProver(session), statements);
            statements.require();
            return proven;
        }
    }

    private SanitisationPlan prove(PlanProver prover, StatementChecks statements) {
        List<PlanProver.Failure> withoutNumbers = new NumberSearch(prover).search(planner.pseudonyms());
        Draft draft = planner.pseudonyms().areNumberedAtFirst() ? first : planner.draft();
        statements.begin(draft.changed());
        List<PlanProver.Failure> open = new ArrayList<>(prover.failures(draft.proofs()));
        FirstFailures reported = new FirstFailures();
        reported.note(withoutNumbers);
        while (!open.isEmpty()) {
            reported.note(open);
            Set<Long> changed =
                    planner.answer(open.stream().map(PlanProver.Failure::proof).toList());
            if (changed.isEmpty()) {
                break;
            }
            draft = planner.redraft(changed);
            statements.begin(draft.changed());
            Set<Long> affected = planner.affectedBy(changed);
            open.removeIf(f -> f.proof().isOfOneOf(affected));
            open.addAll(prover.failures(draft.proofs()));
        }
        open.addAll(withoutNumbers);
        refuse(reported.problemsOf(open));
        return draft.plan();
    }

    private static void refuse(List<String> failedProofs) {
        if (!failedProofs.isEmpty()) {
            throw SanitiserException.of(FailureKind.PLAN, "The allow list does not fit the database", failedProofs);
        }
    }
}
