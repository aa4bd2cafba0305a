package dev.sanitiser.testkit;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;
import static dev.sanitiser.testkit.SanitiserAssertions.schemaOf;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testing.TestDatabase;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseSchemaAssertTest {

    private static final String CLASSIFIED = """
            {
              "users": {
                "keep": ["id"],
                "fake": { "user_name": "auto", "email": "auto" }
              },
              "orders": ["id", "user_id"]
            }
            """;

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
        assertThat(schemaOf(database.dataSource())).isClassifiedBy(list(CLASSIFIED));
    }

    @Test
    void names_the_column_that_a_migration_renamed() {
        assertFails(schema -> schema.matches(list("{\"users\": [\"user_nmae\"], \"orders\": []}")), """
                The allow list does not fit the database (1 problem):
                - allow_list.json:1:12  table "users" has no column "user_nmae"; did you mean "user_name"?
                  Remove it, or name the column as it is called: "user_name\"""");
    }

    @Test
    void names_the_key_that_would_point_nowhere() {
        assertFails(schema -> schema.matches(list("{\"orders\": [\"id\", \"user_id\"]}")), """
                The allow list does not fit the database (1 problem):
                - allow_list.json:1:2  orders, foreign key orders_user_id_fkey: no rows of users are copied and user_id \
                cannot be NULL. List users in the allow list (an empty list [] fakes every column), or give orders \
                "rows": "none".""");
    }

    @Test
    void names_the_column_and_its_new_name() {
        database.run("ALTER TABLE users RENAME user_name TO login");

        assertFails(schema -> schema.matches(list("{\"users\": [\"id\", \"user_name\", \"email\"]}")), """
                The allow list does not fit the database (1 problem):
                - allow_list.json:1:18  table "users" has no column "user_name"; was it renamed to "login"?
                  Remove it, or name the column as it is called: "login\"""");
    }

    @Test
    void names_the_table_that_a_migration_dropped() {
        database.run("DROP TABLE users CASCADE");

        assertFails(schema -> schema.matches(list(CLASSIFIED)), """
                The allow list does not fit the database (1 problem):
                - allow_list.json:2:3  there is no table "users"
                  Remove the entry.""");
    }

    @Test
    void names_the_table_that_a_migration_moved() {
        database.run("CREATE SCHEMA app; ALTER TABLE users SET SCHEMA app");

        assertFails(schema -> schema.isClassifiedBy(list(CLASSIFIED)), """
                The allow list does not fit the database (2 problems):
                - allow_list.json:2:3  there is no table "users"; did you mean "app.users"?
                  Remove the entry, or name the table as it is called: "app.users"
                - allow_list.json  table "app.users" is not listed, so no rows of it are copied; was it renamed from \
                "users"?
                  List it, without rows or with the columns to keep: "app.users": {"rows": "none"}""");
    }

    @Test
    void a_strict_list_classifies_every_column() {
        database.run("ALTER TABLE users ADD phone text, ADD fax text; ALTER TABLE orders ADD total numeric;"
                + " CREATE TABLE invoices (id int)");

        assertThat(schemaOf(database.dataSource())).matches(list(CLASSIFIED));
        assertFails(schema -> schema.isClassifiedBy(list(CLASSIFIED)), """
                The allow list does not fit the database (4 problems):
                - allow_list.json:2:3  column "phone" of table "users" is neither kept nor faked
                - allow_list.json:2:3  column "fax" of table "users" is neither kept nor faked
                  Add them under "keep" if their real values may travel; to fake them, write under "fake": \
                "phone": "auto", "fax": "auto"
                - allow_list.json:6:3  column "total" of table "orders" is neither kept nor faked
                  Add it to the list if its real values may travel; to fake it, write: \
                "orders": {"keep": ["id", "user_id"], "fake": {"total": "auto"}}
                - allow_list.json  table "invoices" is not listed, so no rows of it are copied
                  List it, without rows or with the columns to keep: "invoices": {"rows": "none"}""");
    }

    @Test
    void a_strict_list_need_not_name_tables_where_it_says_what_becomes_of_them() {
        assertThat(schemaOf(database.dataSource())).isClassifiedBy(list("""
                {
                  "$options": { "unlisted": "structure" },
                  "users": { "fake": { "id": "auto", "user_name": "auto", "email": "auto" } }
                }
                """));
    }

    private void assertFails(UnaryOperator<DatabaseSchemaAssert> assertion, String message) {
        DatabaseSchema schema = schemaOf(database.dataSource());

        assertThatThrownBy(() -> assertion.apply(assertThat(schema)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(message);
    }

    private static AllowList list(String json) {
        return AllowList.parse(json, "allow_list.json");
    }
}
