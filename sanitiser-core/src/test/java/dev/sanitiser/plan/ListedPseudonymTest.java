package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.testing.PlannedDatabase;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListedPseudonymTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TABLE customer (mail text PRIMARY KEY, city text);
                CREATE TABLE orders (id int PRIMARY KEY, mail text REFERENCES customer, note text);
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void is_the_fake_of_the_key_it_refers_to() {
        String list = "{\"customer\": [], \"orders\": {\"fake\": {\"mail\": \"pseudonym\"}}}";

        assertThat(treatment("orders", "mail", list))
                .isInstanceOf(ColumnTreatment.Pseudonym.class)
                .returns("listed as pseudonym; pseudonym of customer.mail", ColumnTreatment::reason);
        assertThat(treatment("customer", "mail", list)).isInstanceOf(ColumnTreatment.Pseudonym.class);
        assertThat(database.plan(list).notes())
                .containsExactly("customer.mail, orders.mail are pseudonyms of one key domain: rows refer to each other"
                        + " as in the source.");
    }

    @Test
    void needs_a_key_that_is_faked() {
        assertThat(database.refusal("{\"customer\": [\"mail\"], \"orders\": {\"fake\": {\"mail\": \"pseudonym\"}}}"))
                .isEqualTo(
                        "- list.json:1:52  orders.mail cannot be a pseudonym: it refers to no key that is faked in the"
                                + " copy. Keep it, or write \"auto\".");
        assertThat(database.refusal("{\"orders\": {\"fake\": {\"note\": \"pseudonym\"}}}"))
                .isEqualTo(
                        "- list.json:1:30  orders.note cannot be a pseudonym: it refers to no key that is faked in the"
                                + " copy. Keep it, or write \"auto\".");
    }

    @Test
    void is_never_kept_because_its_key_stays_behind() {
        String list = "{\"customer\": [], \"orders\": {\"fake\": {\"mail\": \"pseudonym\"}}}";
        PlanOptions withoutCustomers =
                new PlanOptions(Set.of(), Set.of(new QualifiedName("public", "customer")), UnclassifiedColumns.FAKE);

        assertThat(database.refusal(list, withoutCustomers))
                .isEqualTo(
                        "- list.json:1:46  orders.mail cannot be a pseudonym: it refers to no key that is faked in the"
                                + " copy. Keep it, or write \"auto\".");
    }

    private static ColumnTreatment treatment(String table, String column, String list) {
        return database.table(table, list).columns().stream()
                .filter(c -> c.column().name().equals(column))
                .findFirst()
                .orElseThrow()
                .treatment();
    }
}
