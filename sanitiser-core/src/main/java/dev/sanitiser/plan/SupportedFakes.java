package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.allowlist.FakeSpec.Kind;
import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.fake.Generators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fakes an allow list may ask for.
 *
 * @param generators the names of all generators, each with the names of its parameters
 */
record SupportedFakes(Map<String, Set<String>> generators, Set<Kind> kinds) {

    SupportedFakes {
        Map<String, Set<String>> copy = new HashMap<>();
        generators.forEach((name, parameters) -> copy.put(name, Set.copyOf(parameters)));
        generators = Map.copyOf(copy);
        kinds = Set.copyOf(kinds);
    }

    /** Generators with their parameters, and every other kind. */
    static SupportedFakes of(Generators generators) {
        return new SupportedFakes(generators.parameterNames(), EnumSet.allOf(Kind.class));
    }

    /** Generators by name, {@code "auto"} and {@code "null"}; no parameters and nothing else. */
    static SupportedFakes named(Collection<String> generators) {
        Map<String, Set<String>> withoutParameters = new HashMap<>();
        generators.forEach(name -> withoutParameters.put(name, Set.of()));
        return new SupportedFakes(withoutParameters, EnumSet.of(Kind.AUTOMATIC, Kind.NAMED, Kind.NULL));
    }

    /**
     * What is not supported.
     *
     * @param nearest what may have been meant
     */
    record Objection(String found, Optional<String> nearest) {}

    /** {@return what is not supported, empty if all of it is} */
    List<Objection> objections(FakeSpec spec) {
        if (!kinds.contains(spec.kind())) {
            return List.of(plain(written(spec) + " not supported by this version; name a generator instead"));
        }
        if (spec instanceof FakeSpec.Sql sql) {
            return new SqlExpression(sql.expression())
                    .objections().stream().map(SupportedFakes::plain).toList();
        }
        return spec instanceof FakeSpec.Named named ? objections(named) : List.of();
    }

    private static String written(FakeSpec spec) {
        return spec.match(new FakeSpec.Cases<>(
                automatic -> "\"auto\" is",
                pseudonym -> "\"pseudonym\" is",
                named -> "naming a generator is",
                expression -> "\"#{…}\" expressions are",
                nothing -> "\"null\" is",
                constant -> "{\"value\": …} is",
                sql -> "{\"sql\": …} is"));
    }

    private static Objection plain(String found) {
        return new Objection(found, Optional.empty());
    }

    private List<Objection> objections(FakeSpec.Named named) {
        Set<String> parameters = generators.get(named.generator());
        if (parameters == null) {
            return List.of(new Objection(
                    "there is no generator " + Quoted.json(named.generator()),
                    NearestName.of(named.generator(), generators.keySet())));
        }
        List<String> unknown = new ArrayList<>(named.parameters().keySet());
        unknown.removeAll(parameters);
        return unknown.stream()
                .map(name -> new Objection(
                        "generator " + Quoted.json(named.generator()) + " has no parameter " + Quoted.json(name),
                        NearestName.of(name, parameters)))
                .toList();
    }
}
