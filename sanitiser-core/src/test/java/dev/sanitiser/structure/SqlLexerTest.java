package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLexerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "'it''s'§STRING it's",
                "'a\\nb'§STRING a\\nb",
                "E'tab\\tquote\\'x'§STRING tab\tquote'x",
                "e'\\101\\x42\\u0043\\U00000044'§STRING ABCD",
                "E'\\xg\\'§STRING xg'",
                "U&'d\\0061t\\+000061\\\\'§STRING data\\",
                "U&\"d\\0061ta\"§QUOTED_NAME data",
                "B'0101'§STRING 0101",
                "X'1F'§STRING 1F",
                "n'x'§STRING x",
                "\"a\"\"b\"§QUOTED_NAME a\"b",
                "$$it's$$§DOLLAR_STRING it's",
                "$b$ $$ x$b$§DOLLAR_STRING  $$ x",
                "4711§NUMBER 4711",
                "47.11§NUMBER 47.11",
                "crème$1§WORD crème$1",
                "-- to the end§COMMENT -- to the end",
                "/* /* nested */ still */§COMMENT /* /* nested */ still */",
            })
    void reads_one_element(String sql, String kindAndText) {
        List<SqlToken> tokens = SqlLexer.tokens(sql);

        assertThat(tokens).hasSize(1);
        assertThat(tokens.get(0).kind() + " " + tokens.get(0).text()).isEqualTo(kindAndText);
        assertThat(tokens.get(0).start()).isZero();
        assertThat(tokens.get(0).end()).isEqualTo(sql.length());
    }

    @Test
    void splits_a_statement() {
        assertThat(SqlLexer.tokens("SELECT $1::text, a$$b -- c\nFROM 1..10"))
                .extracting(SqlToken::text)
                .containsExactly(
                        "SELECT", "$", "1", ":", ":", "text", ",", "a$$b", "-- c", "FROM", "1", ".", ".", "10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'open",
                "E'open\\",
                "U&'open\\",
                "\"open",
                "$$open",
                "$tag$open$tag",
                "$",
                "/* open",
                "--",
                "E'\\"
            })
    void an_element_without_an_end_reaches_to_the_end_of_the_text(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql);

        assertThat(tokens.get(tokens.size() - 1).end()).isEqualTo(sql.length());
    }
}
