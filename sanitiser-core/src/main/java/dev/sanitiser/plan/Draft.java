package dev.sanitiser.plan;

import java.util.List;

/**
 * A plan that still has to be proven against the database.
 *
 * @param pseudonyms its key domains, each with a proof of its own
 */
record Draft(SanitisationPlan plan, List<Proof> proofs, PseudonymDomains pseudonyms) {
    Draft {
        proofs = List.copyOf(proofs);
    }
}
