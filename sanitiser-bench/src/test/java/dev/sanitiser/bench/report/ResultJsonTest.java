package dev.sanitiser.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanitiser.bench.server.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

    @Test
    void holds_every_single_measurement() throws Exception {
        DatabaseResult database =
                new Results().raw("raw", 10, 20).ours("stream", 50, 100, 6, 7).of(Shape.balanced, 1);

        JsonNode json = new JsonMapper()
                .readTree(ResultJson.of(new BenchResult(Map.of("jobs", "2"), List.of(database), Optional.empty())));

        JsonNode stream = json.at("/databases/0/variants/1");
        assertThat(json.at("/circumstances/jobs").textValue()).isEqualTo("2");
        assertThat(stream.path("name").textValue()).isEqualTo("stream");
        assertThat(stream.at("/medians/wallSeconds").doubleValue()).isEqualTo(6.5);
        assertThat(stream.at("/ratiosToRaw/wallSeconds").doubleValue()).isEqualTo(0.475);
        assertThat(stream.at("/rounds/1/wallSeconds").doubleValue()).isEqualTo(7);
        assertThat(json.at("/databases/0/variants/0/rounds/0").has("peakHeapMegabytes"))
                .isFalse();
        assertThat(json.at("/bounds/0/measure").textValue()).isEqualTo("stream / raw, wall time");
        assertThat(json.at("/bounds/0/verdict").textValue()).isEqualTo("aim met");
        assertThat(json.has("plan")).isFalse();
    }
}
