package dev.sanitiser.constraint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a conjunction of conditions asks of one column, as far as it was understood. A hint for candidates and nothing
 * more: PostgreSQL decides whether values satisfy a constraint.
 *
 * @param literals the only values allowed, in the order in which they are named
 * @param excluded values that are not allowed
 * @param fewestCharacters least length of a string
 * @param mostCharacters greatest length of a string
 * @param octets least and greatest length count bytes
 * @param fewestElements least number of an array's elements
 * @param mostElements greatest number of an array's elements
 * @param upperCase whether values must have no lower-case letters
 */
public record Requirement(
        Optional<Set<String>> literals,
        Set<String> excluded,
        List<Bound> lower,
        List<Bound> upper,
        OptionalInt fewestCharacters,
        OptionalInt mostCharacters,
        OptionalInt fewestElements,
        OptionalInt mostElements,
        List<Pattern> patterns,
        List<Relative> relatives,
        boolean octets,
        boolean upperCase) {

    /** Nothing in particular. */
    public static final Requirement NONE = new Requirement(
            Optional.empty(),
            Set.of(),
            List.of(),
            List.of(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of(),
            List.of(),
            false,
            false);

    static Requirement oneOf(Set<String> values) {
        return new RequirementBuilder().literals(values).build();
    }

    /** Both at once. */
    public Requirement and(Requirement other) {
        return new Requirement(
                both(literals, other.literals),
                union(excluded, other.excluded),
                joined(lower, other.lower),
                joined(upper, other.upper),
                greater(fewestCharacters, other.fewestCharacters),
                smaller(mostCharacters, other.mostCharacters),
                greater(fewestElements, other.fewestElements),
                smaller(mostElements, other.mostElements),
                joined(patterns, other.patterns),
                joined(relatives, other.relatives),
                octets || other.octets,
                upperCase || other.upperCase);
    }

    private static Optional<Set<String>> both(Optional<Set<String>> one, Optional<Set<String>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        Set<String> shared = new LinkedHashSet<>(one.get());
        shared.retainAll(other.get());
        return Optional.of(shared);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        other.stream().filter(o -> !one.contains(o)).forEach(all::add);
        return all;
    }

    private static OptionalInt greater(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()))
                : (one.isPresent() ? one : other);
    }

    private static OptionalInt smaller(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
                : (one.isPresent() ? one : other);
    }
}
