package dev.sanitiser.plan;

import java.util.List;

/** A plan that still has to be proven against the database. */
record Draft(SanitisationPlan plan, List<Proof> proofs) {
    Draft {
        proofs = List.copyOf(proofs);
    }
}
