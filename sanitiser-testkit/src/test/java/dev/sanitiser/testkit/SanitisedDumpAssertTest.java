package dev.sanitiser.testkit;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SanitisedDumpAssertTest {

    private static final String LIST = """
            {
              "users": ["id", "joined_at"],
              "orders": ["id", "user_id", "customer"],
              "\\"Odd.schema\\".\\"ta\\"\\"ble; x\\"": ["id", "co\\"l"],
              "measurement": ["at"],
              "node": ["id", "parent"],
              "wordless": ["kept"],
              "empty_table": []
            }
            """;

    private TestDatabase source = Scripts.database("""
            CREATE TABLE users (id int PRIMARY KEY, email text, first_name text, nick varchar(7), born date,
                active boolean, visits int, phones text[], profile jsonb, joined_at timestamptz DEFAULT now(),
                plan text CHECK (plan IN ('corporate', 'personal')));
            CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, customer text, note text);
            CREATE SCHEMA "Odd.schema";
            CREATE TABLE "Odd.schema"."ta""ble; x" (id int PRIMARY KEY, "co""l" text, "se'cret" text);
            CREATE TABLE measurement (at date NOT NULL, sensor text) PARTITION BY RANGE (at);
            CREATE TABLE measurement_2024 PARTITION OF measurement FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE measurement_rest PARTITION OF measurement DEFAULT;
            CREATE TABLE node (id int PRIMARY KEY, parent int);
            ALTER TABLE node ADD FOREIGN KEY (parent) REFERENCES node;
            CREATE TABLE wordless (kept text, faked text);
            CREATE TABLE empty_table (a text);
            CREATE VIEW vip AS SELECT id FROM users WHERE email = 'Padma.Delacroix@hearthmail.example';
            INSERT INTO users VALUES
                (1, 'elif.tregenza@quillmail.example', 'Peter', 'zz-1', '1985-03-01', true, 12, '{+44 7700 900317}',
                    '{"nickname": "Elif71-lex"}', '2024-01-01', 'corporate'),
                (2, 'padma.delacroix@hearthmail.example', 'Mary', 'zz-2', '1990-01-01', false, 99999999, '{}', '{}',
                    '2024-01-02', 'personal'),
                (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-01-03', NULL);
            INSERT INTO orders VALUES (1, 1, 'Mail to ELIF.TREGENZA@quillmail.example\\tsoon', 'a'), (2, 2, 'zz-2', 'b');
            INSERT INTO "Odd.schema"."ta""ble; x" VALUES (1, E'a\\tb\\\\c', 'hidden-away-1');
            INSERT INTO measurement VALUES ('2024-05-05', 'rooftop-sensor'), ('2020-01-01', 'basement-sensor');
            INSERT INTO node VALUES (1, 2), (2, 1);
            INSERT INTO wordless VALUES ('same', 'one-of-them'), ('same', 'two-of-them');
            """);

    private SanitisedDump dump = SanitisedDump.of(source.dataSource(), list(LIST));

    @AfterAll
    void drop() {
        dump.close();
        source.close();
    }

    @Test
    void a_faithful_dump_passes() {
        assertThat(dump)
                .restores()
                .keepsRowCounts()
                .everyForeignKeyHolds()
                .keepsColumn("users", "joined_at")
                .keepsColumn("node", "parent")
                .keepsColumn("wordless", "kept")
                .keepsColumn("measurement", "at")
                .keepsColumn("\"Odd.schema\".\"ta\"\"ble; x\"", "co\"l")
                .holdsNoValueOf("\"Odd.schema\".\"ta\"\"ble; x\"", "se'cret")
                .holdsNoValueOf("measurement", "sensor")
                .holdsNoValueOf("wordless", "faked")
                .holdsNoValueOf("users", "phones")
                .holdsNoValueOf("users", "profile")
                .holdsNoValueOf("public.users", "visits");
    }

    @Test
    void words_that_fakes_are_drawn_from_are_no_find() {
        assertThat(dump).holdsNoValueOf("users", "first_name");
    }

    @Test
    void finds_values_in_other_columns_and_in_the_structure_and_shows_none() {
        assertFails(() -> assertThat(dump).holdsNoValueOf("users", "email"), """
                Expected no real value of users.email in the archive, but it holds some:
                - structure, VIEW vip: 1 value, once
                - orders, column customer, which is kept: 1 value, once""");
    }

    @Test
    void finds_short_values_as_whole_cells() {
        assertFails(() -> assertThat(dump).holdsNoValueOf("users", "nick"), """
                Expected no real value of users.nick in the archive, but it holds some:
                - orders, column customer, which is kept: 1 value, once""");
    }

    @Test
    void finds_a_column_that_is_kept() {
        assertFails(() -> assertThat(dump).holdsNoValueOf("orders", "customer"), """
                Expected no real value of orders.customer in the archive, but it holds some:
                - orders, column customer, which is kept: 2 values, 2 times""");
    }

    @Test
    void does_not_pass_where_chance_would_find_everything() {
        String rule = "Searched are values of 4 characters or more, numbers of 8 or more; never booleans, labels of"
                + " enums, dates, times of day, and texts that a CHECK of the table names.";

        assertFails(
                () -> assertThat(dump).holdsNoValueOf("users", "active"),
                "There is no value of users.active to search for: chance would find all that the source has. " + rule);
        assertFails(
                () -> assertThat(dump).holdsNoValueOf("users", "born"),
                "There is no value of users.born to search for: chance would find all that the source has. " + rule);
        assertFails(
                () -> assertThat(dump).holdsNoValueOf("users", "plan"),
                "There is no value of users.plan to search for: chance would find all that the source has. " + rule);
    }

    @Test
    void does_not_pass_without_rows() {
        assertFails(
                () -> assertThat(dump).holdsNoValueOf("empty_table", "a"),
                "There is no value of empty_table.a to search for: the source has none. Insert rows before the dump is"
                        + " made.");
    }

    @Test
    void names_the_nearest_table_and_column() {
        assertFails(
                () -> assertThat(dump).holdsNoValueOf("usres", "email"),
                "The source has no table \"usres\"; did you mean \"users\"?");
        assertFails(
                () -> assertThat(dump).keepsColumn("users", "emial"),
                "Table \"users\" has no column \"emial\"; did you mean \"email\"?");
        assertFails(
                () -> assertThat(dump).keepsColumn("a.b.c", "d"),
                "\"a.b.c\" is not the name of a table: it has 3 parts; expected \"table\" or \"schema.table\", a part"
                        + " with a dot or a double quote in it as \"\\\"odd.part\\\"\"");
    }

    @Test
    void says_why_a_column_is_not_kept() {
        assertFails(() -> assertThat(dump).keepsColumn("users", "email"), """
                Expected the copy to keep users.email, but its values are others: 3 rows in the source, 3 in the copy, \
                compared by id.
                The plan says of it: fake, not kept; generator "email" chosen by its name.""");
    }

    @Test
    void soft_assertions_report_all_that_fails() {
        SanitiserSoftAssertions softly = new SanitiserSoftAssertions();

        softly.assertThat(dump).restores().holdsNoValueOf("users", "nick").keepsColumn("users", "nick");

        assertThat(softly.errorsCollected()).hasSize(2);
    }

    private static AllowList list(String json) {
        return AllowList.parse(json, "allow_list.json");
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    /** With a copy that is tampered with. */
    @Nested
    class OfABrokenCopy {

        private SanitisedDump broken = SanitisedDump.of(source.dataSource(), list(LIST));

        @AfterEach
        void drop() {
            broken.close();
        }

        @Test
        void names_the_tables_that_lost_rows() {
            change("DELETE FROM orders; DELETE FROM measurement_2024; INSERT INTO empty_table VALUES ('x')");

            assertFails(() -> assertThat(broken).keepsRowCounts(), """
                    Expected the copy to have as many rows as its source, but:
                    - empty_table: 0 rows in the source, 1 in the copy
                    - measurement_2024: 1 row in the source, 0 in the copy
                    - orders: 2 rows in the source, 0 in the copy""");
        }

        @Test
        void sees_rows_without_their_key_whatever_the_constraint_says() {
            change("""
                    ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
                    ALTER TABLE node DROP CONSTRAINT node_parent_fkey;
                    UPDATE orders SET user_id = 7 WHERE id = 1;
                    UPDATE node SET parent = 9;
                    ALTER TABLE node ADD CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES node NOT VALID;
                    """);

            assertFails(() -> assertThat(broken).everyForeignKeyHolds(), """
                    Expected every foreign key to hold in the copy, but:
                    - node, foreign key node_parent_fkey to node: 2 rows without their key
                    - orders, foreign key orders_user_id_fkey to users: 1 row without its key""");
        }

        @Test
        void sees_values_that_changed_places() {
            change("UPDATE users SET joined_at = timestamptz '2024-01-03' + (1 - id) * interval '1 day'");

            assertFails(() -> assertThat(broken).keepsColumn("users", "joined_at"), """
                    Expected the copy to keep users.joined_at, but its values are others: 3 rows in the source, 3 in the \
                    copy, compared by id.
                    The plan says of it: keep, listed under keep.""");
        }

        @Test
        void names_what_differs_in_the_structure() {
            change("""
                    DROP VIEW vip;
                    CREATE INDEX more ON users (born);
                    ALTER TABLE wordless ALTER kept SET NOT NULL;
                    """);

            assertFails(() -> assertThat(broken).restores(), """
                    Expected the copy to have the structure of its source, but:
                    - INDEX more is not in the source
                    - TABLE wordless is defined differently
                    - VIEW vip is not in the copy""");
        }

        private void change(String script) {
            Scripts.run(broken.copy().dataSource(), script);
        }
    }

    @Test
    void says_what_pg_restore_said_but_no_value() {
        String script = """
                CREATE TABLE limits (highest int);
                CREATE FUNCTION is_low(amount int) RETURNS boolean LANGUAGE sql
                    AS 'SELECT NOT EXISTS (SELECT FROM public.limits) OR amount < (SELECT highest FROM public.limits)';
                CREATE TABLE "pay ments" (id int PRIMARY KEY, amount int, secret text,
                    CONSTRAINT low CHECK (is_low(amount)));
                INSERT INTO "pay ments" VALUES (1, 500, 'kept secret');
                INSERT INTO limits VALUES (100);
                """;
        try (TestDatabase database = Scripts.database(script);
                SanitisedDump refused = SanitisedDump.of(
                        database.dataSource(),
                        list("{\"limits\": [\"highest\"], \"pay ments\": [\"id\", \"amount\", \"secret\"]}"))) {

            assertFails(() -> assertThat(refused).keepsRowCounts(), """
                    Expected pg_restore to restore the dump without a word, but it ended with exit code 1 and said:
                    pg_restore: error: COPY failed for table "pay ments": ERROR:  new row for relation "pay ments" \
                    violates check constraint "low"
                    CONTEXT:  COPY pay ments, line 1
                    pg_restore: warning: errors ignored on restore: 1
                    (1 line that may quote values not shown)""");
        }
    }

    @Test
    void says_that_an_archive_is_damaged() throws IOException {
        try (SanitisedDump damaged = SanitisedDump.of(source.dataSource(), list(LIST))) {
            Files.write(
                    damaged.archive(), "PGDMP".getBytes(StandardCharsets.UTF_8), StandardOpenOption.TRUNCATE_EXISTING);

            assertThatThrownBy(() -> assertThat(damaged).restores()).hasMessageStartingWith("The archive ");
        }
    }
}
