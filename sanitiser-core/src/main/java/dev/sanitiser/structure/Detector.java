package dev.sanitiser.structure;

import dev.sanitiser.structure.Literal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises one sort of value that does not belong into a structure.
 *
 * @param looksLike completes "looks like …"; unique, and part of a finding's fingerprint
 * @param pattern finds candidates
 * @param confirmation tells a candidate from what merely looks similar
 * @param kinds the literals to look into
 */
record Detector(String looksLike, Pattern pattern, Predicate<Matcher> confirmation, Set<Kind> kinds) {

    Detector {
        kinds = Set.copyOf(kinds);
    }

    /** The parts of a literal that look so. */
    List<String> find(Literal literal) {
        List<String> found = new ArrayList<>();
        if (kinds.contains(literal.kind())) {
            Matcher matcher = pattern.matcher(literal.text());
            while (matcher.find()) {
                if (confirmation.test(matcher)) {
                    found.add(matcher.group());
                }
            }
        }
        return found;
    }
}
