package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds, for each key domain, the first way to number its values that the database confirms. */
final class NumberSearch {

    private final PlanProver prover;

    NumberSearch(PlanProver prover) {
        this.prover = prover;
    }

    /**
     * The draft with confirmed numbers.
     *
     * @param drafts makes the draft for a choice of variants; a domain without any that holds keeps a proof that fails
     */
    Draft search(Function<Map<String, Integer>, Draft> drafts) {
        Map<String, Integer> choices = new HashMap<>();
        Draft draft = drafts.apply(choices);
        List<Proof> lost = new ArrayList<>();
        boolean changed = false;
        for (PseudonymDomains.Domain domain : draft.pseudonyms().all()) {
            int choice = firstConfirmed(domain);
            changed |= choice > 0;
            choices.put(domain.name(), choice);
            if (choice == domain.variants().size() - 1) {
                lost.add(PseudonymProofs.of(domain, domain.variants().get(choice)));
            }
        }
        Draft found = changed ? drafts.apply(choices) : draft;
        List<Proof> proofs = new ArrayList<>(lost);
        proofs.addAll(found.proofs());
        return new Draft(found.plan(), proofs, found.pseudonyms());
    }

    /** @return the last if none is confirmed */
    private int firstConfirmed(PseudonymDomains.Domain domain) {
        int last = domain.variants().size() - 1;
        for (int choice = 0; choice < last; choice++) {
            Proof proof = PseudonymProofs.of(domain, domain.variants().get(choice));
            if (prover.failures(List.of(proof)).isEmpty()) {
                return choice;
            }
        }
        return last;
    }
}
