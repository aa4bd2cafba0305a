package dev.sanitiser.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    @Test
    void shows_every_column_with_treatment_generator_and_reason_in_80_columns() {
        assertThat(String.join("\n", new PlanText(80, false).of(Plans.small())))
                .isEqualTo("""
                users: all rows (about 12,345); listed
                  COLUMN                    TREATMENT  BY          BECAUSE
                  id                        keep                   listed under keep
                  a_column_name_of_more_th  fake       text.words  not kept; chosen by its type
                  an_twenty_four_character                         character varying(40), unique
                  s                                                in its index
                  full_name                 computed               generated column

                session: no rows; not listed

                sales.orders: all rows (never analysed); listed
                  COLUMN               TREATMENT  BY                    BECAUSE
                  user_id              reference  users                 some existing key
                  settings             paths      settings.theme,       paths listed under keep
                                                  settings[]
                  odd\\n\\u{1b}[31mname  null                             null was asked for

                2 tables with rows, 1 without; 1 column kept, 1 faked, 1 with kept paths, 1
                referring to other tables, 1 set to NULL, 1 computed.
                Allow list:
                sha256:%s
                Note: Column sales.orders.user_id is NULL in every row.""".formatted(Plans.small().allowListSha256()));
    }

    @Test
    void colours_what_keeps_real_values() {
        List<String> lines = new PlanText(80, true).of(Plans.small());

        assertThat(lines)
                .contains(
                        "\u001b[33m  settings             paths      settings.theme,       paths listed under keep\u001b[m")
                .contains("\u001b[33m  id                        keep                   listed under keep\u001b[m")
                .contains("\u001b[1msession: no rows; not listed\u001b[m");
    }
}
