package dev.sanitiser.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DumpSummaryTest {

    @Test
    void tells_in_a_few_lines_what_was_made() {
        assertThat(String.join("\n", DumpSummary.of(Reports.small(), "shop.dump", 80)))
                .isEqualTo("""
                Sanitised dump: shop.dump, 7.7 MB, made in 1 min 5 s
                  2 tables with rows, 1 without; 12,350 rows
                  1 column kept, 1 faked, 1 with kept paths, 1 referring to other tables, 1 set to NULL, 1 computed
                  left out: COMMENT TABLE users, ACL public.users, EVENT TRIGGER e and 1 more
                    (--report lists all)
                  note: Column sales.orders.user_id is NULL in every row.""");
    }

    @Test
    void the_json_report_tells_all() throws IOException {
        JsonNode report = new ObjectMapper().readTree(DumpReportJson.of(Reports.small()));

        assertThat(report.path("startedAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(report.path("stepsInMillis").toString()).isEqualTo("{\"plan\":400,\"fill\":40000}");
        assertThat(report.path("tables").path(0).toString())
                .isEqualTo("{\"schema\":\"public\",\"name\":\"users\",\"rowCount\":12345,\"sizeInBytes\":1234567}");
        assertThat(report.path("structureLeftOut")).hasSize(4);
        assertThat(report.path("plan").path("tables")).hasSize(3);
    }
}
