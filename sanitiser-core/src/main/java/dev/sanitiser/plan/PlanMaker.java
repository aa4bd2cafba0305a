package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.postgres.Session;
import java.util.Map;

/** Makes plans. */
public final class PlanMaker {

    private PlanMaker() {}

    /**
     * Resolves a plan without asking the database; its proofs are still to be given.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static SanitisationPlan resolve(Catalog catalog, AllowList allowList, PlanOptions options) {
        return Planner.draft(catalog, allowList, options, Map.of()).plan();
    }

    /** Resolves a plan and proves it, with a random key for pseudonyms. */
    public static SanitisationPlan prove(Catalog catalog, AllowList allowList, PlanOptions options, Session session) {
        return prove(catalog, allowList, options, PseudonymKey.random(), session);
    }

    /**
     * Resolves a plan and proves it.
     *
     * @param key that rows will be copied with
     * @param session in a transaction that sees what the catalog shows; the database evaluates aggregates there
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static SanitisationPlan prove(
            Catalog catalog, AllowList allowList, PlanOptions options, PseudonymKey key, Session session) {
        key.handTo(session);
        PlanProver prover = new PlanProver(session);
        Draft draft = new NumberSearch(prover).search(c -> Planner.draft(catalog, allowList, options, c));
        Planner.throwIfProblems(prover.failures(draft.proofs()));
        return draft.plan();
    }
}
