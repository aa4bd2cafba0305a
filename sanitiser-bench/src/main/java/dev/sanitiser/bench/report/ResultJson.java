package dev.sanitiser.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.bench.measure.Measurement;
import dev.sanitiser.bench.variant.Variants;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** The same as the tables, and each single measurement, for programs. */
public final class ResultJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultJson() {}

    /** One JSON object, indented. A figure that was not measured is left out. */
    public static String of(BenchResult result) {
        ObjectNode root = NODES.objectNode();
        ObjectNode circumstances = root.putObject("circumstances");
        result.circumstances().forEach(circumstances::put);
        ArrayNode databases = root.putArray("databases");
        result.databases().forEach(d -> databases.add(database(d)));
        result.plan().ifPresent(p -> root.set("plan", plan(p)));
        ArrayNode bounds = root.putArray("bounds");
        Bounds.of(result).forEach(b -> bounds.add(bound(b)));
        return root.toPrettyString();
    }

    private static ObjectNode database(DatabaseResult result) {
        ObjectNode node = NODES.objectNode();
        node.put("shape", result.shape().name());
        node.put("gigabytes", result.gigabytes());
        node.put("totalBytes", result.size().total());
        node.put("tableBytes", result.size().tables());
        ArrayNode variants = node.putArray("variants");
        result.rounds().forEach((name, rounds) -> variants.add(variant(result, name, rounds)));
        return node;
    }

    private static ObjectNode variant(DatabaseResult result, String name, List<Measurement> rounds) {
        ObjectNode node = NODES.objectNode();
        node.put("name", name);
        ObjectNode medians = node.putObject("medians");
        ObjectNode ratios = node.putObject("ratiosToRaw");
        for (Measure measure : Measure.values()) {
            put(medians, measure.member(), result.median(name, measure));
            put(ratios, measure.member(), result.ratio(name, Variants.RAW, measure));
        }
        ArrayNode each = node.putArray("rounds");
        rounds.forEach(measurement -> each.add(round(measurement)));
        return node;
    }

    private static ObjectNode round(Measurement measurement) {
        ObjectNode node = NODES.objectNode();
        for (Measure measure : Measure.values()) {
            put(node, measure.member(), measure.of(measurement));
        }
        return node;
    }

    private static ObjectNode plan(PlanResult plan) {
        ObjectNode node = NODES.objectNode();
        node.put("tables", plan.tables()).put("columns", plan.columns()).put("checks", plan.checks());
        node.put("commandSeconds", plan.commandSeconds()).put("librarySeconds", plan.librarySeconds());
        putAll(node.putArray("commandRounds"), plan.command());
        putAll(node.putArray("libraryRounds"), plan.library());
        return node;
    }

    private static void putAll(ArrayNode array, List<Duration> durations) {
        durations.forEach(d -> array.add(d.toNanos() / 1e9));
    }

    private static ObjectNode bound(Bound bound) {
        ObjectNode node = NODES.objectNode();
        node.put("measure", bound.what());
        node.put("unit", bound.unit().strip());
        node.put("most", bound.most());
        node.put("aim", bound.aim());
        put(node, "measured", bound.measured());
        node.put("verdict", bound.verdict());
        return node;
    }

    private static void put(ObjectNode node, String member, OptionalDouble value) {
        value.ifPresent(v -> node.put(member, v));
    }
}
