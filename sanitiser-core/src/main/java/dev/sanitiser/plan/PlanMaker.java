package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes plans. */
public final class PlanMaker {

    private PlanMaker() {}

    /**
     * Resolves a plan without asking the database; its proofs are still to be given, and where one fails, other fakes
     * may have to be chosen.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static SanitisationPlan resolve(Catalog catalog, AllowList allowList, PlanOptions options) {
        return Planner.prepare(catalog, allowList, options).draft().plan();
    }

    /**
     * Tells how well a list fits a database, as far as the catalog tells. A list that fits is one that {@link #resolve}
     * makes a plan of; the rules about keys, constraints and types are applied only where everything that is listed
     * exists.
     */
    public static AllowListFit fit(Catalog catalog, AllowList allowList, PlanOptions options) {
        return Planner.fit(catalog, allowList, options);
    }

    /** Resolves a plan and proves it, with a random key for pseudonyms. */
    public static SanitisationPlan prove(Catalog catalog, AllowList allowList, PlanOptions options, Session session) {
        return prove(catalog, allowList, options, PseudonymKey.random(), session);
    }

    /**
     * Resolves a plan and proves it: the database evaluates constraints over the fakes, and fakes that break one are
     * replaced by the next candidates until all hold.
     *
     * @param key that rows will be copied with
     * @param session in a transaction that sees what the catalog shows; the database evaluates aggregates there
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static SanitisationPlan prove(
            Catalog catalog, AllowList allowList, PlanOptions options, PseudonymKey key, Session session) {
        Planner planner = Planner.prepare(catalog, allowList, options);
        PlanProver prover = new PlanProver(session);
        key.handTo(session);
        List<PlanProver.Failure> withoutNumbers = new NumberSearch(prover).search(planner.pseudonyms());
        Draft draft = planner.draft();
        List<PlanProver.Failure> open = new ArrayList<>(prover.failures(draft.proofs()));
        FirstFailures first = new FirstFailures();
        first.note(withoutNumbers);
        while (!open.isEmpty()) {
            first.note(open);
            Set<Long> changed =
                    planner.answer(open.stream().map(PlanProver.Failure::proof).toList());
            if (changed.isEmpty()) {
                break;
            }
            draft = planner.redraft(changed);
            Set<Long> affected = planner.affectedBy(changed);
            open.removeIf(f -> f.proof().isOfOneOf(affected));
            open.addAll(prover.failures(draft.proofs()));
        }
        open.addAll(withoutNumbers);
        refuse(first.problemsOf(open));
        return draft.plan();
    }

    private static void refuse(List<String> failedProofs) {
        if (!failedProofs.isEmpty()) {
            throw SanitiserException.of(FailureKind.PLAN, "The allow list does not fit the database", failedProofs);
        }
    }
}
