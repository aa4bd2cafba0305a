package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.constraint.Pattern;
import dev.sanitiser.constraint.Requirement;
import dev.sanitiser.fake.Fakes;
import dev.sanitiser.fake.Generators;
import dev.sanitiser.fake.Literals;
import dev.sanitiser.fake.Outcome;
import dev.sanitiser.fake.Semantics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Lists what could fake a column that the allow list leaves to us, in the order of design rule F5: by its meaning, by
 * the literals that a constraint names, by bounds, by lengths, by a regular expression, by its plain type, and at last
 * by a value that constraints often let through.
 */
final class Candidates {

    private static final int LONGEST_TOKEN = 256;
    private static final int MOST_ELEMENTS = 64;
    private static final int USUAL_ELEMENTS = 2;
    private static final int[] SHORT_CODES = {8, 6, 4};
    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "money", "oid");

    private final Generators generators;
    private final ColumnHints hints = new ColumnHints();

    Candidates(Generators generators) {
        this.generators = generators;
    }

    List<Candidate> of(TableDraft draft, Column column) {
        List<Requirement> asked = hints.ofTable(draft, column);
        boolean isConstrained = !asked.equals(List.of(Requirement.NONE))
                || hasCheck(column.type().type());
        List<Candidate> all = new ArrayList<>(byMeaning(draft, column));
        if (isConstrained) {
            all.addAll(constrained(column.type(), asked));
        }
        all.add(byType(column.type()));
        if (isInsideUniqueExpression(draft, column)) {
            all.addAll(farApart(column.type()));
        }
        if (isConstrained) {
            all.addAll(lastResorts(column.type()));
        }
        return all;
    }

    private List<Candidate> byMeaning(TableDraft draft, Column column) {
        String table = draft.relation().name().name();
        return Semantics.of(column.name(), column.comment(), column.type(), table).stream()
                .map(s -> new Candidate(
                        "generator \"" + s.generator() + "\" chosen by its name",
                        false,
                        (request, ordinal) -> generators.fake(s.generator(), s.parameters(), request, ordinal)))
                .toList();
    }

    private static boolean isInsideUniqueExpression(TableDraft draft, Column column) {
        return draft.relation().uniqueIndexes().stream()
                .anyMatch(
                        i -> !i.expressions().isEmpty() && i.predicateColumns().contains(column.number()));
    }

    /** Unique values that stay different where an expression looks at a part of them: their beginning, their day. */
    private List<Candidate> farApart(ColumnType type) {
        String reason = "different in every part, for a unique index on an expression";
        return switch (scalarName(type.type())) {
            case "text", "varchar", "bpchar", "citext" ->
                IntStream.of(SHORT_CODES)
                        .mapToObj(l -> named("token", Map.of("length", Bounds.number(l)), reason))
                        .toList();
            case "timestamp", "timestamptz" ->
                List.of(new Candidate(
                        reason,
                        false,
                        (request, ordinal) -> Fakes.typeFake(request.withType(PlainTypes.DATE), ordinal)
                                .<Outcome>map(f -> Candidate.map(
                                        Outcome.fits(f),
                                        v -> TypeCasts.cast(v, request.type().type())))
                                .orElseGet(() -> Outcome.rejected(Fakes.remedy(request.type())))));
            default -> List.of();
        };
    }

    private static boolean hasCheck(DataType type) {
        if (type instanceof DataType.Domain domain) {
            return !domain.checks().isEmpty() || hasCheck(domain.underlying().type());
        }
        return type instanceof DataType.Array array && hasCheck(array.element());
    }

    /** Level by level: a domain adds what it asks, an array is made of its elements' candidates. */
    private List<Candidate> constrained(ColumnType type, List<Requirement> asked) {
        if (type.type() instanceof DataType.Domain domain) {
            List<Requirement> both = ColumnHints.both(asked, hints.ofDomain(domain));
            return constrained(domain.underlying(), both).stream()
                    .map(c -> c.castTo(domain))
                    .toList();
        }
        return type.type() instanceof DataType.Array array
                ? ofArray(array, type.typeModifier(), asked)
                : ofScalar(type, asked);
    }

    private static Candidate byType(ColumnType type) {
        return new Candidate(
                "chosen by its type " + type.formatted(),
                false,
                (request, ordinal) -> Fakes.typeFake(request, ordinal)
                        .map(Outcome::fits)
                        .orElseGet(() -> Outcome.rejected(Fakes.remedy(request.type()))));
    }

    private List<Candidate> ofScalar(ColumnType type, List<Requirement> requirements) {
        List<Candidate> all = new ArrayList<>();
        Set<String> literals = new LinkedHashSet<>();
        requirements.forEach(r -> r.literals().ifPresent(literals::addAll));
        requirements.forEach(r -> literals.removeAll(r.excluded()));
        if (!literals.isEmpty()) {
            all.add(literals(List.copyOf(literals), "one of the values that a constraint names"));
        }
        for (Requirement requirement : requirements) {
            all.addAll(ofScalar(type, requirement));
        }
        return all;
    }

    private List<Candidate> ofScalar(ColumnType type, Requirement requirement) {
        List<Candidate> all = new ArrayList<>();
        String scalar = scalarName(type.type());
        Bounds.parameters(scalar, requirement)
                .ifPresent(b -> all.add(named(b.generator(), b.parameters(), "within a constraint's bounds")));
        for (Pattern pattern : requirement.patterns()) {
            all.add(new Candidate(
                    "matches a constraint's regular expression",
                    true,
                    (request, ordinal) ->
                            Generators.matching(pattern.regex(), pattern.ignoreCase(), request, ordinal)));
        }
        all.addAll(ofLength(scalar, requirement));
        if (requirement.upperCase()) {
            all.add(mapped(named("word", Map.of(), "upper-case, as a constraint asks"), DSL::upper));
        }
        return all;
    }

    private List<Candidate> ofLength(String scalar, Requirement requirement) {
        OptionalInt fewest = requirement.fewestCharacters();
        OptionalInt most = requirement.mostCharacters();
        if (fewest.isEmpty() && most.isEmpty()) {
            return List.of();
        }
        if (scalar.equals("bytea")) {
            int octets = fewest.orElseGet(() -> Math.min(most.orElse(1), LONGEST_TOKEN / 2));
            return octets < 1 || octets > LONGEST_TOKEN / 2 ? List.of() : List.of(bytes(octets));
        }
        String reason = "of a length that a constraint allows";
        Map<String, Object> lengths = Bounds.lengths(fewest, most);
        List<Candidate> all = new ArrayList<>();
        if (fewest.equals(most) && fewest.getAsInt() <= LONGEST_TOKEN && fewest.getAsInt() > 0) {
            all.add(named("token", Map.of("length", Bounds.number(fewest.getAsInt())), reason));
        }
        all.add(named("text", lengths, reason));
        if (requirement.upperCase()) {
            all.add(0, mapped(named("text", lengths, reason), DSL::upper));
        }
        return all;
    }

    private Candidate bytes(int octets) {
        Map<String, Object> length = Map.of("length", Bounds.number(2L * octets));
        return new Candidate("of a length that a constraint allows", true, (request, ordinal) -> {
            return Candidate.map(
                    generators.fake("token", length, request.withType(PlainTypes.TEXT), ordinal),
                    v -> DSL.function(DSL.name("pg_catalog", "decode"), Object.class, v, DSL.inline("hex")));
        });
    }

    private List<Candidate> ofArray(DataType.Array array, int typeModifier, List<Requirement> asked) {
        ColumnType element =
                new ColumnType(array.element(), typeModifier, 0, array.name().toString());
        List<Candidate> elements = new ArrayList<>(constrained(element, List.of(Requirement.NONE)));
        elements.add(byType(element));
        Set<Integer> sizes = new LinkedHashSet<>();
        asked.forEach(r -> size(r).ifPresent(sizes::add));
        sizes.add(USUAL_ELEMENTS);
        sizes.add(0);
        return sizes.stream()
                .flatMap(s -> elements.stream().map(e -> FixedArrays.of(e, array, element, s)))
                .toList();
    }

    private static OptionalInt size(Requirement requirement) {
        if (requirement.fewestElements().isPresent()) {
            return requirement.fewestElements().getAsInt() <= MOST_ELEMENTS
                    ? requirement.fewestElements()
                    : OptionalInt.empty();
        }
        OptionalInt most = requirement.mostElements();
        return most.isPresent() ? OptionalInt.of(Math.min(most.getAsInt(), 2)) : most;
    }

    private List<Candidate> lastResorts(ColumnType type) {
        String scalar = scalarName(type.type());
        String reason = "a value that its constraints let through";
        if (scalar.equals("bool")) {
            return List.of(literals(List.of("true"), reason), literals(List.of("false"), reason));
        }
        if (NUMBERS.contains(scalar)) {
            return List.of(literals(List.of("1"), reason), literals(List.of("0"), reason));
        }
        DataType enumeration = PlainTypes.scalar(type.type());
        return enumeration instanceof DataType.Enumeration labels
                ? labels.labels().stream()
                        .limit(MOST_ELEMENTS)
                        .map(l -> literals(List.of(l), reason))
                        .toList()
                : List.of();
    }

    private Candidate literals(List<String> values, String reason) {
        Literals literals = new Literals(values);
        return new Candidate(reason, true, (request, ordinal) -> Generators.fake(literals, request, ordinal));
    }

    private Candidate named(String generator, Map<String, ?> parameters, String reason) {
        return new Candidate(
                reason, true, (request, ordinal) -> generators.fake(generator, parameters, request, ordinal));
    }

    private static Candidate mapped(Candidate candidate, UnaryOperator<Field<String>> change) {
        return new Candidate(
                candidate.reason(),
                true,
                (request, ordinal) -> Candidate.map(
                        candidate.fake().apply(request, ordinal),
                        v -> TypeCasts.cast(
                                change.apply(v.cast(SQLDataType.CLOB)),
                                request.type().type())));
    }

    private static String scalarName(DataType type) {
        return PlainTypes.scalar(type).name().name();
    }
}
