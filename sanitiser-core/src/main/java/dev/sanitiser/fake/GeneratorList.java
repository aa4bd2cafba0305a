package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Describes generators: by the resource {@code generators.txt}, and by trying which types they fit. */
final class GeneratorList {

    private static final Field<Long> ANY_ORDINAL = DSL.field(DSL.name("n"), SQLDataType.BIGINT);
    private static final int LONGEST_TRIED = 256;
    private static final int HEADER_SIZE = 4;

    private static final List<String> INTEGERS = List.of("int2", "int4", "int8");

    /** The types that are tried, with the names that readers know. */
    private static final List<List<String>> TYPES = List.of(
            List.of("int2", "smallint"),
            List.of("int4", "integer"),
            List.of("int8", "bigint"),
            List.of("numeric", "numeric"),
            List.of("float4", "real"),
            List.of("float8", "double precision"),
            List.of("money", "money"),
            List.of("oid", "oid"),
            List.of("bool", "boolean"),
            List.of("date", "date"),
            List.of("timestamp", "timestamp"),
            List.of("timestamptz", "timestamptz"),
            List.of("uuid", "uuid"),
            List.of("inet", "inet"),
            List.of("cidr", "cidr"),
            List.of("macaddr", "macaddr"),
            List.of("point", "point"),
            List.of("json", "json"),
            List.of("jsonb", "jsonb"));

    private static final Map<String, Line> LINES =
            ResourceLines.of(
                            "generators.txt", parts -> new Line(parts.get(0), parts.get(1), parts.get(2), parts.get(3)))
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(Line::name, Function.identity()));

    private record Line(String name, String makes, String types, String example) {}

    private final Generators generators;

    GeneratorList(Generators generators) {
        this.generators = generators;
    }

    GeneratorDescription describe(Generator generator) {
        Line line = generator instanceof NamedGenerator
                ? LINES.getOrDefault(generator.name(), new Line(generator.name(), "", "", ""))
                : new Line(generator.name(), generator.description(), "", "");
        Optional<String> example =
                generator.example().or(() -> Optional.of(line.example()).filter(text -> !text.isEmpty()));
        return new GeneratorDescription(
                generator.name(),
                line.makes(),
                line.types().isEmpty()
                        ? typesOf(generator.name())
                        : List.of(line.types().split(", ", -1)),
                generator.parameters(),
                example);
    }

    private List<String> typesOf(String name) {
        List<String> types = new ArrayList<>();
        IntStream.rangeClosed(1, LONGEST_TRIED)
                .filter(length -> fits(name, "varchar", length + HEADER_SIZE))
                .findFirst()
                .ifPresent(shortest ->
                        types.add(shortest == 1 ? "strings" : "strings of " + shortest + " characters or more"));
        List<String> others = TYPES.stream()
                .filter(type -> fits(name, type.get(0), -1))
                .map(type -> type.get(0))
                .toList();
        boolean allIntegers = others.containsAll(INTEGERS);
        if (allIntegers) {
            types.add("integers");
        }
        TYPES.stream()
                .filter(type -> others.contains(type.get(0)))
                .filter(type -> !allIntegers || !INTEGERS.contains(type.get(0)))
                .forEach(type -> types.add(type.get(1)));
        return types;
    }

    private boolean fits(String name, String type, int typeModifier) {
        ColumnType column = new ColumnType(new DataType.Base(0, Sql.builtIn(type)), typeModifier, 0, type);
        return generators.fake(name, Map.of(), new FakeRequest(column, false, 0, 0), ANY_ORDINAL)
                instanceof Outcome.Fits;
    }
}
