package dev.sanitiser.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.fake.GeneratorDescription;
import dev.sanitiser.fake.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The generators that an allow list can name, for people and for machines. */
public final class GeneratorReport {

    private static final int WIDEST_NAME = 20;
    private static final int WIDEST_EXAMPLE = 36;

    private GeneratorReport() {}

    /** Name, example, and what it makes of which types. */
    public static List<String> lines(List<GeneratorDescription> generators, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("GENERATOR", "EXAMPLE", "MAKES"));
        generators.forEach(generator -> rows.add(List.of(
                Printable.of(generator.name()),
                Printable.of(generator.example().orElse("")),
                Printable.of(makes(generator)))));
        TextTable table = new TextTable("", width, new int[] {WIDEST_NAME, WIDEST_EXAMPLE}, rows);
        return rows.stream().flatMap(row -> table.lines(row).stream()).toList();
    }

    private static String makes(GeneratorDescription generator) {
        String parameters = generator.parameters().stream()
                .map(parameter -> parameter.name() + (parameter.required() ? " (required)" : ""))
                .collect(Collectors.joining(", "));
        return generator.makes() + "; for " + String.join(", ", generator.types())
                + (parameters.isEmpty() ? "" : "; parameters: " + parameters);
    }

    /** A JSON array. */
    public static String json(List<GeneratorDescription> generators) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        generators.forEach(generator -> add(generator, array.addObject()));
        return array.toPrettyString();
    }

    private static void add(GeneratorDescription generator, ObjectNode node) {
        node.put("name", generator.name()).put("makes", generator.makes());
        ArrayNode types = node.putArray("types");
        generator.types().forEach(types::add);
        ArrayNode parameters = node.putArray("parameters");
        for (Parameter parameter : generator.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("kind", parameter.kind().description())
                    .put("required", parameter.required());
        }
        generator.example().ifPresent(example -> node.put("example", example));
    }
}
