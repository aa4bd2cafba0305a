package dev.sanitiser.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import dev.sanitiser.drift.Finding.Mending;
import dev.sanitiser.drift.FindingKind;
import dev.sanitiser.drift.Remedy;
import dev.sanitiser.drift.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Names are data in every format: these hold what each of them has to escape. */
class DriftReportTest {

    private static final QualifiedName ODD = new QualifiedName("public", "a<b>&\"::%0A,\u0007\n]]>");

    private static final Drift HOSTILE = new Drift(
            "/repo/lists/a b,c:d%.json",
            List.of(ODD, new QualifiedName("public", "fine")),
            List.of(
                    finding(
                            FindingKind.UNKNOWN_TABLE,
                            Severity.ERROR,
                            Optional.of(new Location(2, 3)),
                            Optional.of(ODD)),
                    finding(FindingKind.UNLISTED_TABLE, Severity.NOTICE, Optional.empty(), Optional.of(ODD))));

    @Test
    void workflow_commands_escape_data_and_properties() {
        assertThat(DriftReport.github(Path.of("/repo")).of(HOSTILE, List.of())).isEqualTo("""
                ::error file=lists/a b%2Cc%3Ad%25.json,line=2,col=3,title=unknown-table::there is no table \
                a<b>&"::%250A,\\u{7}\\n]]>%0ARemove the entry.
                ::notice file=lists/a b%2Cc%3Ad%25.json,title=unlisted-table::there is no table a<b>&"::%250A,\\u{7}\\n]]>
                """);
    }

    @Test
    void test_results_are_XML() throws Exception {
        String report = DriftReport.junit().of(HOSTILE, List.of());

        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo(
                        "/repo/lists/a b,c:d%.json:2:3: there is no table a<b>&\"::%0A,\\u{7}\\n]]>\n  Remove the entry.");
        assertThat(suite.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    }

    @Test
    void test_results_look_as_Surefire_writes_them() {
        Drift drift = new Drift(
                "list.json",
                List.of(new QualifiedName("audit", "log"), new QualifiedName("public", "users")),
                List.of(
                        finding(
                                FindingKind.UNREADABLE_LIST,
                                Severity.ERROR,
                                Optional.of(new Location(1, 1)),
                                Optional.empty()),
                        finding(
                                FindingKind.UNCLASSIFIED_COLUMN,
                                Severity.NOTICE,
                                Optional.of(new Location(4, 3)),
                                Optional.of(new QualifiedName("public", "users")))));

        assertThat(DriftReport.junit().of(drift, List.of())).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="sanitiser check" tests="3" failures="1" errors="0" skipped="0" time="0">
                  <testcase name="the list itself" classname="list.json" file="list.json" time="0">
                    <failure message="there is no table " type="unreadable-list">list.json:1:1: there is no table\s
                  Remove the entry.</failure>
                  </testcase>
                  <testcase name="audit.log" classname="list.json" file="list.json" time="0">
                  </testcase>
                  <testcase name="users" classname="list.json" file="list.json" time="0">
                    <system-out>list.json:4:3: there is no table users
                  Remove the entry.</system-out>
                  </testcase>
                </testsuite>
                """);
    }

    @Test
    void static_analysis_results_are_SARIF() throws IOException {
        String report = DriftReport.sarif(Path.of("/repo")).of(HOSTILE, List.of());

        assertThat(sarifSchema().validate(report, InputFormat.JSON)).isEmpty();
        JsonNode run = new ObjectMapper().readTree(report).at("/runs/0");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                .containsExactly(
                        "unreadable-list",
                        "unknown-option",
                        "unknown-table",
                        "unlistable-table",
                        "unknown-column",
                        "unknown-path",
                        "unfit-entry",
                        "unclassified-column",
                        "unlisted-table",
                        "broken-rule");
        assertThat(run.at("/results/0")).isEqualTo(new ObjectMapper().readTree("""
                {
                  "ruleId": "unknown-table",
                  "level": "error",
                  "message": { "text": "there is no table a<b>&\\"::%0A,\\\\u{7}\\\\n]]>\\nRemove the entry." },
                  "locations": [ { "physicalLocation": {
                    "artifactLocation": { "uri": "lists/a%20b,c%3Ad%25.json" },
                    "region": { "startLine": 2, "startColumn": 3 }
                  } } ],
                  "partialFingerprints": { "finding/v1": "unknown-table a<b>&\\"::%0A,\\u0007\\n]]>" }
                }
                """.replace(
                                "unknown-table a<b>&\\\"::%0A,\\u0007\\n]]>", fingerprintOfOdd())));
        assertThat(run.at("/results/1/level").asText()).isEqualTo("note");
    }

    @Test
    void a_list_elsewhere_keeps_its_path() {
        SourcePath paths = new SourcePath(Path.of("/repo"));

        assertThat(paths.of("/etc/list.json")).isEqualTo("/etc/list.json");
        assertThat(paths.uriOf("/etc/ä list.json")).isEqualTo("file:///etc/%C3%A4%20list.json");
        assertThat(paths.uriOf("/repo/../repo/x.json")).isEqualTo("x.json");
        assertThat(paths.of("no\0path")).isEqualTo("no\0path");
    }

    private static String fingerprintOfOdd() {
        return ("unknown-table " + ODD)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\u0007", "\\u0007");
    }

    private static Schema sarifSchema() throws IOException {
        try (InputStream schema = DriftReportTest.class.getResourceAsStream("sarif-2.1.0-required.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Objects.requireNonNull(schema), InputFormat.JSON);
        }
    }

    private static Finding finding(
            FindingKind kind, Severity severity, Optional<Location> location, Optional<QualifiedName> table) {
        return new Finding(
                kind,
                severity,
                location,
                table,
                Optional.empty(),
                "there is no table " + table.map(QualifiedName::name).orElse(""),
                Optional.empty(),
                Optional.of(new Remedy("Remove the entry.", Optional.empty())),
                Mending.REMOVE);
    }
}
