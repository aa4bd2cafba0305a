package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void names_and_strings_keep_their_quotes_and_words_lose_their_case() {
        assertThat(SqlText.of("SELECT \"t\".\"A b\" AS \"x\",\n\t'It''s 1'::pg_catalog.Text")
                        .tokens())
                .containsExactly(
                        "select",
                        "\"t\"",
                        ".",
                        "\"A b\"",
                        "as",
                        "\"x\"",
                        ",",
                        "'It''s 1'",
                        ":",
                        ":",
                        "pg_catalog",
                        ".",
                        "text");
    }

    @Test
    void a_doubled_quote_ends_nothing() {
        assertThat(SqlText.of("\"a\"\"\" '''' \"\"\"\" ''").tokens())
                .containsExactly("\"a\"\"\"", "''''", "\"\"\"\"", "''");
    }

    @Test
    void a_quote_of_one_kind_means_nothing_inside_the_other() {
        assertThat(SqlText.of("'from \"t' \"it's\"").tokens()).containsExactly("'from \"t'", "\"it's\"");
    }

    @Test
    void a_quote_that_nothing_closes_stands_alone() {
        assertThat(SqlText.of("a 'b c").tokens()).containsExactly("a", "'", "b", "c");
        assertThat(SqlText.of("\"\"\"").tokens()).containsExactly("\"", "\"\"");
    }

    @Test
    void other_characters_are_tokens_each() {
        assertThat(SqlText.of("(é😀*1)").tokens()).containsExactly("(", "é", "😀", "*", "1", ")");
    }
}
