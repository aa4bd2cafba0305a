package dev.sanitiser.plan;

import dev.sanitiser.allowlist.Problems;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.Collection;

/** Refuses a plan for everything that does not fit at once. */
final class Misfits {

    private static final String HEADLINE = "The allow list does not fit the database";

    private Misfits() {}

    /**
     * @param source the list's name for messages
     * @throws SanitiserException of kind PLAN if there are any, in the order of the file
     */
    static void refuse(String source, Collection<Misfit> misfits) {
        Problems problems = new Problems(source);
        misfits.forEach(m ->
                m.location().ifPresentOrElse(l -> problems.at(l, m.message()), () -> problems.inFile(m.message())));
        problems.throwIfAny(HEADLINE);
    }

    /**
     * @param source the list's name for messages
     * @throws SanitiserException of kind PLAN if there are any, in their own order
     */
    static void refuseInOrder(String source, Collection<Misfit> misfits) {
        if (!misfits.isEmpty()) {
            throw SanitiserException.of(
                    FailureKind.PLAN,
                    HEADLINE,
                    misfits.stream().map(m -> line(source, m)).toList());
        }
    }

    private static String line(String source, Misfit misfit) {
        return misfit.location().map(l -> source + ":" + l + "  ").orElse("") + misfit.message();
    }
}
