package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanitiser.fake.Generators;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratorsCommandTest {

    @Test
    void lists_every_generator_with_an_example() {
        Run run = Run.of("generators");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.output().lines().findFirst().orElseThrow()).matches("GENERATOR +EXAMPLE +MAKES");
        assertThat(Generators.standard().names())
                .allSatisfy(name -> assertThat(run.output().lines()).anyMatch(line -> line.matches(name + " +[^ ].*")));
    }

    @Test
    void shows_examples_of_a_locale_to_machines() throws IOException {
        Run run = Run.of("generators", "--locale", "de-DE", "--format", "json");

        JsonNode generators = new ObjectMapper().readTree(run.output());
        assertThat(generators).hasSameSizeAs(Generators.standard().names());
        assertThat(named(generators, "phone").path("example").asText()).startsWith("+49 ");
        assertThat(named(generators, "integer").toPrettyString()).isEqualTo("""
                {
                  "name" : "integer",
                  "makes" : "a whole number",
                  "types" : [ "integers", "numeric", "real", "double precision", "money", "oid" ],
                  "parameters" : [ {
                    "name" : "min",
                    "kind" : "a whole number within the range of bigint",
                    "required" : false
                  }, {
                    "name" : "max",
                    "kind" : "a whole number within the range of bigint",
                    "required" : false
                  } ],
                  "example" : "417"
                }""");
    }

    private static JsonNode named(JsonNode generators, String name) {
        for (JsonNode generator : generators) {
            if (generator.path("name").asText().equals(name)) {
                return generator;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void refuses_a_language_that_nothing_is_known_of() {
        Run run = Run.of("generators", "--locale", "eo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .contains("--locale: there are no fakes in the locale \"eo\"; its language must be one of");
    }
}
