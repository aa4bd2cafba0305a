package dev.sanitiser.allowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use, the reader and the manual page agree with each other. */
class AllowListSchemaTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_schema_is_valid_in_its_own_dialect() throws IOException {
        Schema dialect = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(dialect.validate(schemaText(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"users\": [\"id\", \"email\"]}",
                "{\"users\": []}",
                "{\"users\": {}}",
                "{\"$schema\": \"x\", \"$options\": {}, \"audit.log\": {\"rows\": \"all\", \"keep\": [], \"fake\": {}}}",
                "{\"t\": {\"rows\": \"none\"}}",
                "{\"$options\": {\"locale\": \"de-CH\", \"unlisted\": \"fake\", \"acceptedLiterals\": [\"0123456789abcdef\"]}, \"t\": []}",
                "{\"\\\"Odd.schema\\\".\\\"ta\\\"\\\"ble\\\"\": []}",
                "{\"\\\"$cash\\\"\": [], \"public.$dollar\": [], \"line\\nbreak; --\": []}",
                "{\"t\": {\"fake\": {\"a\": \"email\", \"b\": null, \"c\": \"null\", \"d\": \"auto\", \"e\": \"#{a.b} #{c.d}\"}}}",
                "{\"t\": {\"fake\": {\"a\": {\"as\": \"x\", \"p\": 1, \"q\": [\"y\", true], \"r\": false}, \"b\": {\"as\": \"#{a.b}\"}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"value\": 1}, \"b\": {\"value\": \"\"}, \"c\": {\"value\": true}, \"d\": {\"sql\": \"n\"}}}}"
            })
    void what_the_reader_accepts_is_valid(String list) throws IOException {
        assertAccepted(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"$options\": {}}",
                "{\"$options\": [], \"t\": []}",
                "{\"$optoins\": {}, \"t\": []}",
                "{\"$options\": {\"locale\": \"en_GB\"}, \"t\": []}",
                "{\"$options\": {\"locale\": 1}, \"t\": []}",
                "{\"$options\": {\"unlisted\": \"drop\"}, \"t\": []}",
                "{\"$options\": {\"unlistd\": \"fake\"}, \"t\": []}",
                "{\"$options\": {\"acceptedLiterals\": [\"0123456789ABCDEF\"]}, \"t\": []}",
                "{\"$options\": {\"acceptedLiterals\": [\"0123456789abcdef\", \"0123456789abcdef\"]}, \"t\": []}",
                "{\"\": []}",
                "{\".t\": []}",
                "{\"s.\": []}",
                "{\"a.b.c\": []}",
                "{\"\\\"\\\"\": []}",
                "{\"\\\"a.b\": []}",
                "{\"a\\\"b\\\"\": []}",
                "{\"t\": \"id\"}",
                "{\"t\": null}",
                "{\"t\": [1]}",
                "{\"t\": [\"\"]}",
                "{\"t\": [\"a\", \"a\"]}",
                "{\"t\": {\"kep\": []}}",
                "{\"t\": {\"rows\": \"some\"}}",
                "{\"t\": {\"rows\": false}}",
                "{\"t\": {\"rows\": \"none\", \"keep\": []}}",
                "{\"t\": {\"rows\": \"none\", \"fake\": {}}}",
                "{\"t\": {\"keep\": \"a\"}}",
                "{\"t\": {\"fake\": [\"a\"]}}",
                "{\"t\": {\"fake\": {\"\": \"email\"}}}",
                "{\"t\": {\"fake\": {\"a\": \"\"}}}",
                "{\"t\": {\"fake\": {\"a\": 1}}}",
                "{\"t\": {\"fake\": {\"a\": []}}}",
                "{\"t\": {\"fake\": {\"a\": {}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"min\": 1}}}}",
                "{\"t\": {\"fake\": {\"a\": \"#{a.b} #{c\"}}}",
                "{\"t\": {\"fake\": {\"a\": {\"as\": \"x\", \"sql\": \"n\"}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"as\": \"x\", \"p\": {}}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"as\": \"x\", \"p\": null}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"as\": \"x\", \"p\": [[]]}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"as\": \"null\", \"p\": 1}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"as\": \"#{a.b}\", \"p\": 1}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"value\": null}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"value\": 1, \"p\": 1}}}}",
                "{\"t\": {\"fake\": {\"a\": {\"sql\": \" \"}}}}"
            })
    void what_the_reader_refuses_is_invalid(String list) throws IOException {
        assertThatThrownBy(() -> AllowList.parse(list, "list.json")).isInstanceOf(SanitiserException.class);
        assertThat(schema().validate(list, InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"users\": [], \"public.users\": []}",
                "{\"users\": [], \"users\": []}",
                "{\"t\": {\"keep\": [\"a\"], \"fake\": {\"a\": \"email\"}}}"
            })
    void only_the_reader_refuses_what_a_schema_cannot_express(String list) throws IOException {
        assertThatThrownBy(() -> AllowList.parse(list, "list.json")).isInstanceOf(SanitiserException.class);
        assertThat(schema().validate(list, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examplesOfTheSchema")
    void examples_of_the_schema_are_lists(String list) throws IOException {
        assertAccepted(list);
    }

    @ParameterizedTest
    @MethodSource("examplesOfTheManual")
    void examples_of_the_manual_are_lists(String list) throws IOException {
        assertAccepted(list);
    }

    static Stream<String> examplesOfTheSchema() throws IOException {
        JsonNode examples = new ObjectMapper().readTree(schemaText()).get("examples");
        assertThat(examples).isNotEmpty();
        return StreamSupport.stream(examples.spliterator(), false).map(JsonNode::toString);
    }

    static Stream<String> examplesOfTheManual() throws IOException {
        String manual = Files.readString(DOCS.resolve("allow-list.md"));
        List<MatchResult> blocks = JSON_BLOCK.matcher(manual).results().toList();
        assertThat(blocks).isNotEmpty();
        return blocks.stream().map(block -> block.group(1));
    }

    private static void assertAccepted(String list) throws IOException {
        assertThat(AllowList.parse(list, "list.json").tables()).isNotEmpty();
        assertThat(schema().validate(list, InputFormat.JSON)).isEmpty();
    }

    private static Schema schema() throws IOException {
        return SCHEMAS.getSchema(schemaText(), InputFormat.JSON);
    }

    private static String schemaText() throws IOException {
        return Files.readString(DOCS.resolve("allow-list.schema.json"));
    }
}
