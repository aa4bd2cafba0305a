package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;

/** Makes plans. */
public final class PlanMaker {

    private PlanMaker() {}

    /**
     * Applies all rules that need no proof, without asking the database.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem found
     */
    public static DraftedPlan draft(Catalog catalog, AllowList allowList, PlanOptions options) {
        Planner planner = Planner.prepare(catalog, allowList, options);
        return new DraftedPlan(catalog, planner, planner.draft());
    }

    /**
     * Tells how well a list fits a database, as far as the catalog tells. A list that fits is one that {@link #draft}
     * makes a plan of; the rules about keys, constraints and types are applied only where everything that is listed
     * exists.
     */
    public static AllowListFit fit(Catalog catalog, AllowList allowList, PlanOptions options) {
        return Planner.fit(catalog, allowList, options);
    }
}
