package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.postgres.Session;

/** Makes plans. */
public final class PlanMaker {

    private PlanMaker() {}

    /**
     * Resolves a plan without asking the database; its proofs are still to be given.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static SanitisationPlan resolve(Catalog catalog, AllowList allowList, PlanOptions options) {
        return Planner.draft(catalog, allowList, options).plan();
    }

    /**
     * Resolves a plan and proves it.
     *
     * @param session in a transaction that sees what the catalog shows; the database evaluates aggregates there
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static SanitisationPlan prove(Catalog catalog, AllowList allowList, PlanOptions options, Session session) {
        Draft draft = Planner.draft(catalog, allowList, options);
        Planner.throwIfProblems(new PlanProver(session).failures(draft.proofs()));
        return draft.plan();
    }
}
