package dev.sanitiser.testkit;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;
import static dev.sanitiser.testkit.SanitiserAssertions.schemaOf;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseSchemaAssertTest {

    private TestDatabase database = TestDatabase.create();

    @BeforeEach
    void migrate() {
        database.run("""
                CREATE TABLE users (id int PRIMARY KEY, user_name text UNIQUE, email text);
                CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                """);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void passes_where_list_and_schema_agree() {
        assertThat(schemaOf(database.dataSource())).matches(list("{\"users\": [\"id\"], \"orders\": [\"user_id\"]}"));
    }

    @Test
    void names_the_column_that_a_migration_renamed() {
        DatabaseSchema schema = schemaOf(database.dataSource());

        assertThatThrownBy(() -> assertThat(schema).matches(list("{\"users\": [\"user_nmae\"], \"orders\": []}")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The allow list does not fit the database (1 problem):
                        - allow_list.json:1:12  table "users" has no column "user_nmae"; did you mean "user_name"?""");
    }

    @Test
    void names_the_key_that_would_point_nowhere() {
        DatabaseSchema schema = schemaOf(database.dataSource());

        assertThatThrownBy(() -> assertThat(schema).matches(list("{\"orders\": [\"id\", \"user_id\"]}")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The allow list does not fit the database (1 problem):
                        - orders, foreign key orders_user_id_fkey: no rows of users are copied and user_id cannot be \
                        NULL. List users in the allow list (an empty list [] fakes every column), or give orders \
                        "rows": "none".""");
    }

    @Test
    void a_strict_list_classifies_every_column() {
        DatabaseSchema schema = schemaOf(database.dataSource());
        AllowList loose = list("{\"users\": [\"id\", \"user_name\"]}");
        AllowList strict =
                list("{\"users\": {\"keep\": [\"id\"], \"fake\": {\"user_name\": \"auto\", \"email\": \"auto\"}}}");

        assertThat(schema).matches(loose).isClassifiedBy(strict);
        assertThatThrownBy(() -> assertThat(schema).isClassifiedBy(loose))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("email");
    }

    private static AllowList list(String json) {
        return AllowList.parse(json, "allow_list.json");
    }
}
