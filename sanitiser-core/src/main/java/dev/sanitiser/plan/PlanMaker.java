package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.postgres.Session;

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
        return draft(catalog, allowList, options).plan();
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
        return draft(catalog, allowList, options).prove(key, session);
    }

    /**
     * Applies all rules that need no proof.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static DraftedPlan draft(Catalog catalog, AllowList allowList, PlanOptions options) {
        Planner planner = Planner.prepare(catalog, allowList, options);
        return new DraftedPlan(catalog, planner, planner.draft());
    }
}
