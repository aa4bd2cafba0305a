package dev.sanitiser.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import dev.sanitiser.drift.FindingKind;

/**
 * Drift as SARIF 2.1.0, the format of static analysis that code scanners' pages read.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">the standard</a>
 */
final class DriftSarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final SourcePath paths;

    DriftSarif(SourcePath paths) {
        this.paths = paths;
    }

    String of(Drift drift) {
        ObjectNode log =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Sanitiser").put("version", Sanitiser.version());
        addRules(driver.putArray("rules"));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        String uri = paths.uriOf(drift.source());
        drift.findings().forEach(f -> addResult(f, uri, results.addObject()));
        return log.toPrettyString() + "\n";
    }

    private static void addRules(ArrayNode rules) {
        for (FindingKind kind : FindingKind.values()) {
            ObjectNode rule = rules.addObject().put("id", kind.id());
            rule.putObject("shortDescription").put("text", kind.title());
            rule.putObject("defaultConfiguration").put("level", "error");
        }
    }

    private static void addResult(Finding finding, String uri, ObjectNode result) {
        result.put("ruleId", finding.kind().id()).put("level", finding.isError() ? "error" : "note");
        String remedy =
                finding.remedy().map(r -> "\n" + Printable.of(r.toString())).orElse("");
        result.putObject("message").put("text", Printable.of(finding.message()) + remedy);
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri);
        ObjectNode region = place.putObject("region");
        finding.location()
                .ifPresentOrElse(
                        l -> region.put("startLine", l.line()).put("startColumn", l.column()),
                        () -> region.put("startLine", 1));
        result.putObject("partialFingerprints").put("finding/v1", fingerprint(finding));
    }

    /** The same wherever the list is edited above it. */
    private static String fingerprint(Finding finding) {
        return finding.kind().id() + " "
                + finding.table().map(Object::toString).orElse(finding.message())
                + finding.column().map(c -> " " + c).orElse("");
    }
}
