package dev.sanitiser.copy;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.plan.DraftedPlan;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.SourceReads;
import dev.sanitiser.postgres.Session;
import java.util.List;
import java.util.Set;

/** Who reads rows: the role that connects, or one whose privileges the server holds every statement over rows to. */
public final class ReadingRole {

    private ReadingRole() {}

    /**
     * Proves a plan as the role that reads rows, and leaves the session's transaction to it.
     *
     * @param session in a transaction that sees what the catalog shows
     * @throws dev.sanitiser.failure.SanitiserException also of kind ENVIRONMENT with all that the role may not read,
     *     before a row is read
     */
    public static SanitisationPlan prove(DraftedPlan draft, Catalog catalog, PseudonymKey key, Session session) {
        SanitisationPlan unproven = draft.plan();
        if (unproven.options().readAs().isEmpty()) {
            return draft.prove(key, session);
        }
        assume(unproven.options(), session);
        List<SourceReads> reads = require(unproven, catalog, session);
        SanitisationPlan proven = draft.prove(key, session);
        if (!Set.copyOf(reads).containsAll(proven.sourceReads())) {
            require(proven, catalog, session);
        }
        return proven;
    }

    /**
     * Checks, before anything is locked, that the role may read what a plan reads.
     *
     * @param session in a transaction that ends afterwards
     */
    static void check(SanitisationPlan plan, Catalog catalog, Session session) {
        if (plan.options().readAs().isPresent()) {
            assume(plan.options(), session);
            require(plan, catalog, session);
        }
    }

    /** Lets the session act as the role until its transaction ends. */
    static void assume(PlanOptions options, Session session) {
        options.readAs().ifPresent(session::actAs);
    }

    private static List<SourceReads> require(SanitisationPlan plan, Catalog catalog, Session session) {
        String role = plan.options().readAs().orElseThrow();
        new MissingGrants(plan, catalog, ReadPrivileges.of(session), role).refuse();
        return plan.sourceReads();
    }
}
