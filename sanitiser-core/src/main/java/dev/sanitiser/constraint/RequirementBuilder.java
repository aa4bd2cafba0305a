package dev.sanitiser.constraint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes a requirement of one condition. */
final class RequirementBuilder {

    private Requirement made = Requirement.NONE;

    RequirementBuilder literals(Set<String> values) {
        made = made.and(with(Optional.of(values), Set.of(), List.of(), List.of(), List.of(), List.of(), false));
        return this;
    }

    RequirementBuilder excluded(Set<String> values) {
        made = made.and(with(Optional.empty(), values, List.of(), List.of(), List.of(), List.of(), false));
        return this;
    }

    RequirementBuilder lower(Bound bound) {
        made = made.and(with(Optional.empty(), Set.of(), List.of(bound), List.of(), List.of(), List.of(), false));
        return this;
    }

    RequirementBuilder upper(Bound bound) {
        made = made.and(with(Optional.empty(), Set.of(), List.of(), List.of(bound), List.of(), List.of(), false));
        return this;
    }

    RequirementBuilder pattern(Pattern pattern) {
        made = made.and(with(Optional.empty(), Set.of(), List.of(), List.of(), List.of(pattern), List.of(), false));
        return this;
    }

    RequirementBuilder relative(Relative relative) {
        made = made.and(with(Optional.empty(), Set.of(), List.of(), List.of(), List.of(), List.of(relative), false));
        return this;
    }

    RequirementBuilder upperCase() {
        made = made.and(with(Optional.empty(), Set.of(), List.of(), List.of(), List.of(), List.of(), true));
        return this;
    }

    RequirementBuilder characters(OptionalInt fewest, OptionalInt most, boolean octets) {
        made = made.and(sizes(fewest, most, OptionalInt.empty(), OptionalInt.empty(), octets));
        return this;
    }

    RequirementBuilder elements(OptionalInt fewest, OptionalInt most) {
        made = made.and(sizes(OptionalInt.empty(), OptionalInt.empty(), fewest, most, false));
        return this;
    }

    Requirement build() {
        return made;
    }

    private static Requirement with(
            Optional<Set<String>> literals,
            Set<String> excluded,
            List<Bound> lower,
            List<Bound> upper,
            List<Pattern> patterns,
            List<Relative> relatives,
            boolean upperCase) {
        return new Requirement(
                literals,
                excluded,
                lower,
                upper,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                patterns,
                relatives,
                false,
                upperCase);
    }

    private static Requirement sizes(
            OptionalInt fewestCharacters,
            OptionalInt mostCharacters,
            OptionalInt fewestElements,
            OptionalInt mostElements,
            boolean octets) {
        return new Requirement(
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                fewestCharacters,
                mostCharacters,
                fewestElements,
                mostElements,
                List.of(),
                List.of(),
                octets,
                false);
    }
}
