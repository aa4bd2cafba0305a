package dev.sanitiser.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    @Test
    void holds_what_the_text_holds() throws IOException {
        JsonNode plan = new ObjectMapper().readTree(PlanJson.of(Plans.small()));

        assertThat(plan.path("allowListSha256").asText())
                .isEqualTo(Plans.small().allowListSha256());
        assertThat(plan.path("notes").toString()).isEqualTo("[\"Column sales.orders.user_id is NULL in every row.\"]");
        assertThat(plan.path("tables").path(1).toString())
                .isEqualTo("{\"schema\":\"public\",\"name\":\"session\",\"rows\":\"none\",\"reason\":\"not listed\","
                        + "\"estimatedRowCount\":99,\"columns\":[]}");
        assertThat(plan.path("tables").path(2).toString())
                .isEqualTo("{\"schema\":\"sales\",\"name\":\"orders\",\"rows\":\"all\",\"reason\":\"listed\","
                        + "\"columns\":[{\"name\":\"user_id\",\"type\":\"text\",\"treatment\":\"reference\","
                        + "\"foreignKey\":\"orders_user_fkey\",\"referencedSchema\":\"public\","
                        + "\"referencedTable\":\"users\",\"reason\":\"some existing key\"},"
                        + "{\"name\":\"settings\",\"type\":\"text\",\"treatment\":\"paths\","
                        + "\"paths\":[\"settings.theme\",\"settings[]\"],\"reason\":\"paths listed under keep\"},"
                        + "{\"name\":\"odd\\n\\u001B[31mname\",\"type\":\"text\",\"treatment\":\"null\","
                        + "\"reason\":\"null was asked for\"}]}");
        assertThat(plan.path("tables")
                        .path(0)
                        .path("columns")
                        .path(1)
                        .path("generator")
                        .asText())
                .isEqualTo("text.words");
    }
}
