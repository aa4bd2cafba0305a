package dev.sanitiser.plan;

import java.util.List;

/**
 * A plan that still has to be proven against the database.
 *
 * @param changed its tables whose statements nobody has looked at yet
 */
record Draft(SanitisationPlan plan, List<TablePlan> changed, List<Proof> proofs) {
    Draft {
        changed = List.copyOf(changed);
        proofs = List.copyOf(proofs);
    }
}
