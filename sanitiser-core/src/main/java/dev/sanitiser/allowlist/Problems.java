package dev.sanitiser.allowlist;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects everything that is wrong with one allow list, so that it is reported once. For one thread. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(p -> p.location().orElse(new Location(1, 1)));

    private final String source;
    private final List<Problem> found = new ArrayList<>();

    /** @param source the list's name for messages, see {@link AllowList#source()} */
    public Problems(String source) {
        this.source = source;
    }

    /** @param message what was expected, what was found and what to do; never a cell value */
    public void at(Location location, String message) {
        found.add(new Problem(Optional.of(location), message));
    }

    /** For what no single place of the file is to blame for. */
    public void inFile(String message) {
        found.add(new Problem(Optional.empty(), message));
    }

    /** {@return the list's name for messages} */
    String source() {
        return source;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Reports what was found, in the order of the file.
     *
     * @throws SanitiserException of kind PLAN if anything was found
     */
    public void throwIfAny(String headline) {
        if (!found.isEmpty()) {
            throw SanitiserException.of(
                    FailureKind.PLAN, headline, all().stream().map(this::line).toList());
        }
    }

    /** {@return what was found, in the order of the file} */
    public List<Problem> all() {
        return found.stream().sorted(BY_PLACE).toList();
    }

    private String line(Problem problem) {
        String place = problem.location().map(l -> source + ":" + l).orElse(source);
        return place + "  " + problem.message();
    }
}
