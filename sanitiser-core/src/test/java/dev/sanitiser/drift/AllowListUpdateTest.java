package dev.sanitiser.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every list is asserted whole: what need not change has not. */
class AllowListUpdateTest {

    private static final PlanOptions STRICT = new PlanOptions(Set.of(), Set.of(), UnclassifiedColumns.ERROR);

    private static Catalog catalog;

    @BeforeAll
    static void migrate() {
        try (TestDatabase database = TestDatabase.create()) {
            database.run("""
                    CREATE TABLE users (id int, name text, email text, settings jsonb, initials text
                        GENERATED ALWAYS AS (left(name, 1)) STORED);
                    CREATE TABLE tag (id int, label text);
                    CREATE VIEW report AS SELECT 1 AS id;
                    CREATE TABLE visit (id int) PARTITION BY LIST (id);
                    CREATE TABLE visit_1 PARTITION OF visit FOR VALUES IN (1);
                    """);
            catalog = Sanitiser.catalog(database.dataSource());
        }
    }

    @Test
    void one_line() {
        assertThat(loose("{\"users\": [\"id\", \"nmae\", \"email\"], \"gone\": [], \"tag\": [\"old\"]}"))
                .isEqualTo("{\"users\": [\"id\", \"email\"], \"tag\": []}");
    }

    @Test
    void one_line_in_strict_mode() {
        assertThat(strict("{\"users\":[\"id\",\"old\",\"settings\"],\"tag\":{\"fake\":{\"id\":\"auto\"}}}"))
                .isEqualTo(
                        "{\"users\":{\"keep\":[\"id\",\"settings\"],\"fake\":{\"name\":\"auto\",\"email\":\"auto\"}},"
                                + "\"tag\":{\"fake\":{\"id\":\"auto\",\"label\":\"auto\"}},\"visit\":{\"rows\":\"none\"}}");
    }

    @Test
    void a_table_a_line() {
        assertThat(strict("""
                {
                  "$options": { "unlisted": "structure" },

                  "gone":  ["id"],
                  "users": ["id", "nmae", "settings.theme", "name"],
                  "tag": { "keep": ["id"], "fake": { "old": "email", "label": "auto" } },

                  "report": []
                }
                """)).isEqualTo("""
                {
                  "$options": { "unlisted": "structure" },

                  "users": { "keep": ["id", "settings.theme", "name"], "fake": { "email": "auto" } },
                  "tag": { "keep": ["id"], "fake": { "label": "auto" } }
                }
                """);
    }

    @Test
    void a_column_a_line() {
        assertThat(strict("""
                {
                    "users": [
                        "id",
                        "old",
                        "name",
                        "older"
                    ],
                    "tag": {
                        "keep": [
                            "id"
                        ]
                    },
                    "visit": []
                }
                """)).isEqualTo("""
                {
                    "users": {"keep": [
                        "id",
                        "name"
                    ], "fake": {
                        "email": "auto",
                        "settings": "auto"
                    }},
                    "tag": {
                        "keep": [
                            "id"
                        ],
                        "fake": {
                            "label": "auto"
                        }
                    },
                    "visit": {"keep": [], "fake": {"id": "auto"}}
                }
                """);
    }

    @Test
    void tabs_and_carriage_returns_and_no_final_newline() {
        assertThat(strict(onWindows("""
                {
                \t"users": {
                \t\t"keep": ["id"],
                \t\t"fake": {
                \t\t\t"name": "name"
                \t\t}
                \t},
                \t"gone": [],
                \t"tag": {"rows": "none"}
                }"""))).isEqualTo(onWindows("""
                {
                \t"users": {
                \t\t"keep": ["id"],
                \t\t"fake": {
                \t\t\t"name": "name",
                \t\t\t"email": "auto",
                \t\t\t"settings": "auto"
                \t\t}
                \t},
                \t"tag": {"rows": "none"},
                \t"visit": {"rows": "none"}
                }"""));
    }

    private static String onWindows(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void a_byte_order_mark() {
        assertThat(loose("\uFEFF{\"users\": [\"old\"]}")).isEqualTo("\uFEFF{\"users\": []}");
    }

    @Test
    void aligned_values() {
        assertThat(strict("""
                { "$options": { "unlisted": "structure" },
                  "users": { "keep": [],
                             "fake": { "id":    "auto",
                                       "name":  "name",
                                       "email": { "as": "email" } } },
                  "tag":   { "keep": [ "id" ],
                             "fake": {
                                 "label":  "word",
                                 "old":    "word",
                                 "oldest": "word"
                             } } }
                """)).isEqualTo("""
                { "$options": { "unlisted": "structure" },
                  "users": { "keep": [],
                             "fake": { "id":    "auto",
                                       "name":  "name",
                                       "email": { "as": "email" },
                                       "settings": "auto" } },
                  "tag":   { "keep": [ "id" ],
                             "fake": {
                                 "label":  "word"
                             } } }
                """);
    }

    @Test
    void new_members_are_aligned_where_all_others_are() {
        assertThat(strict("""
                {
                  "$options": {"unlisted": "structure"},
                  "users": {"fake": {
                    "id":       "auto",
                    "settings": "null"
                  }}
                }
                """)).isEqualTo("""
                {
                  "$options": {"unlisted": "structure"},
                  "users": {"fake": {
                    "id":       "auto",
                    "settings": "null",
                    "name":     "auto",
                    "email":    "auto"
                  }}
                }
                """);
    }

    @Test
    void trailing_blanks_and_leading_commas() {
        assertThat(strict("""
                {\s\s
                  "$options" : {"unlisted" : "structure"}\s
                , "gone" : []\t
                , "users" : ["id" , "old" , "name"\s
                            , "older"
                            , "email"]\s\s
                , "tag" : {"keep" : ["id"
                                    , "old"]
                          ,"fake" : {}}\s
                , "gone_too" : []\s
                }\s
                """)).isEqualTo("""
                {\s\s
                  "$options" : {"unlisted" : "structure"}\s
                , "users" : {"keep" : ["id" , "name"\s
                            , "email"] , "fake" : {"settings" : "auto"}}\s\s
                , "tag" : {"keep" : ["id"]
                          ,"fake" : {"label" : "auto"}}\s
                }\s
                """);
    }

    @Test
    void what_stands_before_what_is_removed_and_added() {
        assertThat(strict("""
                {
                  "users": ["id", "old", "name.x"],
                  "gone": []
                }
                """)).isEqualTo("""
                {
                  "users": {"keep": ["id"], "fake": {"name": "auto", "email": "auto", "settings": "auto"}},
                  "tag": {"rows": "none"},
                  "visit": {"rows": "none"}
                }
                """);
    }

    @Test
    void wrapped_lines() {
        assertThat(loose("""
                {
                  "users": ["id", "old",
                            "name", "older",
                            "email"],
                  "gone": [], "tag": ["old",
                          "id"]
                }
                """)).isEqualTo("""
                {
                  "users": ["id",
                            "name",
                            "email"],
                  "tag": [
                          "id"]
                }
                """);
    }

    @Test
    void paths_whose_column_is_gone_or_holds_no_documents() {
        assertThat(loose("{\"users\": [\"settings.a\", \"old.a\", \"name.a[]\", \"settings.b[].c\"]}"))
                .isEqualTo("{\"users\": [\"settings.a\", \"settings.b[].c\"]}");
    }

    @Test
    void generated_columns_and_views() {
        assertThat(loose("{\"users\": {\"fake\": {\"initials\": \"word\"}}, \"report\": [\"id\"]}"))
                .isEqualTo("{\"users\": {\"fake\": {}}}");
    }

    @Test
    void names_that_need_escapes() {
        assertThat(loose("{\"users\": [\"o\\u006cd\", \"a\\\\\\\"\", \"id\"], \"a]b,{\": [\"]\"], \"t\\u0061g\": []}"))
                .isEqualTo("{\"users\": [\"id\"], \"t\\u0061g\": []}");
    }

    @Test
    void the_last_table_stays() {
        assertThat(loose("{\"gone\": [], \"$schema\": \"x\", \"away\": []}"))
                .isEqualTo("{\"$schema\": \"x\", \"away\": []}");
    }

    @Test
    void tables_are_added_where_the_list_says_that_it_names_all() {
        assertThat(loose("""
                {
                \t"$options": {"unlisted": "error"},
                \t"gone": [],
                \t"users": []
                }
                """)).isEqualTo("""
                {
                \t"$options": {"unlisted": "error"},
                \t"users": [],
                \t"tag": {"rows": "none"},
                \t"visit": {"rows": "none"}
                }
                """);
    }

    @Test
    void what_somebody_has_to_decide_stays() {
        String text = "{\"visit_1\": [], \"users\": {\"keep\": [\"id\"], \"fake\": {\"name\": \"nmae\"}}}";
        Drift drift = drift(text, PlanOptions.defaults());

        assertThat(AllowListUpdate.of(text, drift).text()).isEqualTo(text);
        assertThat(AllowListUpdate.of(text, drift).mended()).isEmpty();
        assertThat(drift.errors()).hasSize(2);
    }

    @Test
    void a_list_without_drift_stays() {
        String text = " {  \"users\"\n:\t[ ] }\n\n";

        assertThat(loose(text)).isEqualTo(text);
    }

    private static String loose(String text) {
        return updated(text, PlanOptions.defaults());
    }

    private static String strict(String text) {
        return updated(text, STRICT);
    }

    private static String updated(String text, PlanOptions options) {
        AllowListUpdate update = AllowListUpdate.of(text, drift(text, options));
        Drift after = drift(update.text(), options);
        assertThat(AllowListUpdate.of(update.text(), after)).isEqualTo(new AllowListUpdate(update.text(), List.of()));
        return update.text();
    }

    private static Drift drift(String text, PlanOptions options) {
        return Drift.between(catalog, AllowList.parse(text, "list.json"), options);
    }
}
