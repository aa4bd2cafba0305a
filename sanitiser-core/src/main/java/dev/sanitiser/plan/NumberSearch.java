package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.List;

/** Finds, for each key domain, the first way to number its values that the database confirms. */
final class NumberSearch {

    private final PlanProver prover;

    NumberSearch(PlanProver prover) {
        this.prover = prover;
    }

    /** {@return what failed: the last attempt for each domain that has no way} */
    List<PlanProver.Failure> search(PseudonymDomains domains) {
        List<PlanProver.Failure> failures = new ArrayList<>();
        domains.all().forEach(d -> failures.addAll(search(domains, d)));
        return failures;
    }

    private List<PlanProver.Failure> search(PseudonymDomains domains, PseudonymDomains.Domain domain) {
        List<PlanProver.Failure> failures = List.of();
        for (int choice = 0; choice < domain.variants().size(); choice++) {
            domains.choose(domain, choice);
            failures = prover.failures(
                    List.of(PseudonymProofs.of(domain, domain.variants().get(choice))));
            if (failures.isEmpty()) {
                return failures;
            }
        }
        return failures;
    }
}
