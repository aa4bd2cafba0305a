package dev.sanitiser.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.TestDatabase;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What drafts say of columns, and why. */
class DraftTest {

    @Test
    void proposes_surrogate_keys_and_what_refers_to_them() {
        assertThat(verdicts("""
                CREATE TABLE customers (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
                CREATE TABLE region (code uuid PRIMARY KEY DEFAULT gen_random_uuid());
                CREATE TABLE orders (
                    order_id bigint PRIMARY KEY,
                    buyer int REFERENCES customers,
                    customer_id int,
                    region uuid REFERENCES region,
                    crm_id bigint,
                    number serial);
                """)).isEqualTo("""
                customers.id keep structural: a surrogate key
                orders.order_id keep structural: a surrogate key
                orders.buyer keep structural: refers to customers.id
                orders.customer_id keep structural: named after customers.id
                orders.region keep structural: refers to region.code
                orders.crm_id fake undecided: a number, and its name does not tell of what
                orders.number keep structural: numbered by the database
                region.code keep structural: a surrogate key
                """);
    }

    @Test
    void makes_pseudonyms_of_references_to_keys_that_people_bring_along() {
        String script = """
                CREATE TABLE account (login text PRIMARY KEY, manager text REFERENCES account);
                CREATE TABLE staff (emp_no int PRIMARY KEY);
                CREATE TABLE religion (religion_id int PRIMARY KEY);
                CREATE TABLE shift (
                    emp_no int REFERENCES staff,
                    login text REFERENCES account,
                    religion_id int REFERENCES religion);
                CREATE TABLE visit (day date PRIMARY KEY);
                CREATE TABLE bill (day date REFERENCES visit);
                """;
        assertThat(verdicts(script)).isEqualTo("""
                account.login fake personal by name: its name speaks of names of people
                account.manager pseudonym structural: refers to account.login, which is faked
                bill.day fake undecided: refers to visit.day, which is faked
                religion.religion_id keep structural: a surrogate key
                shift.emp_no pseudonym structural: refers to staff.emp_no, which is faked
                shift.login pseudonym structural: refers to account.login, which is faked
                shift.religion_id fake personal by name: its name speaks of religion or belief
                staff.emp_no fake personal by name: its name speaks of identity numbers
                visit.day fake undecided: a date, and its name tells of no event
                """);
        try (PlannedDatabase database = PlannedDatabase.of(script)) {
            String list = Sanitiser.draft(database.database().dataSource(), DraftOptions.defaults())
                    .toJson();
            assertThat(database.plan(list).tables().stream()
                            .flatMap(t -> t.columns().stream()
                                    .map(c -> t.name() + "." + c.column().name() + " "
                                            + c.treatment().label()))
                            .collect(Collectors.joining("\n")))
                    .isEqualTo("""
                            account.login pseudonym
                            account.manager pseudonym
                            bill.day reference
                            religion.religion_id keep
                            shift.emp_no pseudonym
                            shift.login pseudonym
                            shift.religion_id reference
                            staff.emp_no pseudonym
                            visit.day fake""");
        }
    }

    /** Both would be listed as kept, and a plan would keep both. */
    @Test
    void breaks_circles_of_keys_that_refer_to_each_other() {
        assertThat(verdicts("""
                CREATE TABLE a (k text PRIMARY KEY);
                CREATE TABLE b (k text PRIMARY KEY REFERENCES a);
                ALTER TABLE a ADD FOREIGN KEY (k) REFERENCES b;
                """)).isEqualTo("""
                a.k fake undecided: keys refer to each other in a circle here
                b.k pseudonym structural: refers to a.k, which is faked
                """);
    }

    @Test
    void judges_by_type_where_names_say_nothing_of_people() {
        assertThat(verdicts("""
                CREATE TYPE mood AS ENUM ('x');
                CREATE DOMAIN amount_of_stock AS int;
                CREATE TABLE t (
                    enabled boolean, mood mood, moods mood[], created timestamptz, order_date date, some_date date,
                    quantity int, mystery int, price numeric(9, 2), status text CHECK (status IN ('a', 'b')),
                    loose text CHECK (loose IN ('a', 'b') OR loose LIKE '%@%'), doc jsonb, docs text[], blob bytea,
                    seen inet, spot point, run uuid, twice int GENERATED ALWAYS AS (quantity * 2) STORED,
                    is_smoker boolean, born timestamptz, salary int, "Gender" mood);
                """)).isEqualTo("""
                t.enabled keep safe by type: a flag
                t.mood keep safe by type: labels of an enum
                t.moods keep safe by type: labels of an enum
                t.created keep safe by type: a point in time that the name links with nobody's life
                t.order_date keep safe by type: its name is that of an event
                t.some_date fake undecided: a date, and its name tells of no event
                t.quantity keep safe by type: its name is that of a quantity
                t.mystery fake undecided: a number, and its name does not tell of what
                t.price keep safe by type: its name is that of a price
                t.status keep safe by type: text whose values a CHECK constraint lists
                t.loose fake undecided: text may hold anything
                t.doc fake undecided: a document may hold anything
                t.docs fake undecided: a document may hold anything
                t.blob fake undecided: nothing is known of its type that would make it safe
                t.seen fake personal by type: network addresses lead to people
                t.spot fake personal by type: places lead to people
                t.run fake undecided: a uuid that refers to no key that is kept
                t.twice fake computed: computed from other columns
                t.is_smoker fake personal by name: its name speaks of health
                t.born fake personal by name: its name speaks of dates of birth and death
                t.salary fake personal by name: its name speaks of earnings and payments
                t.Gender fake personal by name: its name speaks of gender
                """);
    }

    @Test
    void proposes_nothing_but_keys_if_asked_to() {
        try (TestDatabase database = TestDatabase.create().run("""
                CREATE TABLE t (id int PRIMARY KEY, enabled boolean, parent_id int REFERENCES t, name text);
                """)) {
            AllowListDraft draft = Sanitiser.draft(
                    database.dataSource(), DraftOptions.defaults().withSuggestion(DraftOptions.Suggestion.NONE));

            assertThat(draft.toJson()).isEqualTo("""
                    {
                      "$schema": "docs/allow-list.schema.json",

                      "t": ["id", "parent_id"]
                    }
                    """);
        }
    }

    @Test
    void writes_lists_as_people_do() {
        try (TestDatabase database = TestDatabase.create().run("""
                CREATE SCHEMA "odd.one";
                CREATE TABLE "odd.one"."ta""ble" ("i\\d.""x" boolean);
                CREATE TABLE wide (
                    a_column_with_a_long_name boolean, another_column_with_a_long_name boolean,
                    one_more_column_with_a_long_name boolean, name text);
                CREATE TABLE empty ();
                """)) {
            AllowListDraft draft = Sanitiser.draft(database.dataSource(), DraftOptions.defaults());

            assertThat(draft.toJson()).isEqualTo("""
                    {
                      "$schema": "docs/allow-list.schema.json",

                      "\\"odd.one\\".\\"ta\\"\\"ble\\"": ["i\\\\d.\\"x"],

                      "empty": [],
                      "wide": [
                        "a_column_with_a_long_name", "another_column_with_a_long_name",
                        "one_more_column_with_a_long_name"
                      ]
                    }
                    """);
            assertThat(draft.toStrictJson()).isEqualTo("""
                    {
                      "$schema": "docs/allow-list.schema.json",

                      "\\"odd.one\\".\\"ta\\"\\"ble\\"": {
                        "keep": ["i\\\\d.\\"x"]
                      },

                      "empty": {
                        "keep": []
                      },
                      "wide": {
                        "keep": [
                          "a_column_with_a_long_name", "another_column_with_a_long_name",
                          "one_more_column_with_a_long_name"
                        ],
                        "fake": { "name": "auto" }
                      }
                    }
                    """);
        }
    }

    private static String verdicts(String script) {
        try (TestDatabase database = TestDatabase.create().run(script)) {
            return Sanitiser.draft(database.dataSource(), DraftOptions.defaults()).tables().stream()
                    .flatMap(t -> t.columns().stream().map(c -> line(t, c)))
                    .collect(Collectors.joining());
        }
    }

    static String line(DraftTable table, DraftColumn column) {
        return table.name() + "." + column.column().name() + " "
                + column.proposal().label() + " " + column.verdict().kind().label() + ": "
                + column.verdict().reason() + "\n";
    }
}
