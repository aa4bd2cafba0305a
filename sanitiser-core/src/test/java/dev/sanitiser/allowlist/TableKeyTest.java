package dev.sanitiser.allowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.catalog.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "users                         | public     | users",
                "audit.log                     | audit      | log",
                "Users                         | public     | Users",
                "\"users\"                     | public     | users",
                "\"a.b\"                       | public     | a.b",
                "\"Odd.schema\".\"ta\"\"ble\"  | Odd.schema | ta\"ble",
                "audit.\"a.b\"                 | audit      | a.b",
                "\"a.b\".log                   | a.b        | log",
                "\"\"\"\"                      | public     | \"",
                "\"$options\"                  | public     | $options",
                "drop table x; --              | public     | drop table x; --",
                "` lead . trail `              | ` lead `   | ` trail `"
            })
    void a_key_is_a_table_or_a_schema_and_a_table(String key, String schema, String table) {
        assertThat(TableKey.parse(key)).isEqualTo(new QualifiedName(schema, table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"users", "a.b", "\"", "a\"b", "$options", "$x", "line\nbreak", " ", "ünï.ço\"dé", "'; --", "."})
    void a_name_written_by_the_catalog_reads_as_itself(String name) {
        for (QualifiedName original : new QualifiedName[] {
            new QualifiedName("public", name), new QualifiedName(name, name), new QualifiedName(name, "t")
        }) {
            assertThat(TableKey.parse(original.toString())).isEqualTo(original);
            assertThat(original.toString()).doesNotStartWith("$");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                | \"\"                        | a part of it is empty",
                ".users            | \".users\"                  | a part of it is empty",
                "public.           | \"public.\"                 | a part of it is empty",
                "a..b              | \"a..b\"                    | a part of it is empty",
                "\"\"              | \"\\\"\\\"\"                | a part of it is empty",
                "\"\".a            | \"\\\"\\\".a\"              | a part of it is empty",
                "db.public.users   | \"db.public.users\"         | it has 3 parts",
                "\"a.b             | \"\\\"a.b\"                 | a double quote is not closed",
                "\"a\"\"           | \"\\\"a\\\"\\\"\"           | a double quote is not closed",
                "a\"b\"            | \"a\\\"b\\\"\"              | double quotes must enclose a whole part",
                "\"a\"b            | \"\\\"a\\\"b\"              | double quotes must enclose a whole part"
            })
    void another_form_is_refused(String key, String shown, String reason) {
        assertThatThrownBy(() -> TableKey.parse(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(shown + " is not the name of a table: " + reason
                        + "; expected \"table\" or \"schema.table\", a part with a dot or a double quote in it as"
                        + " \"\\\"odd.part\\\"\"");
    }

    @Test
    void a_long_key_is_read_in_constant_stack() {
        String name = "\"\"".repeat(200_000);

        assertThat(TableKey.parse('"' + name + '"').name()).hasSize(200_000);
    }
}
