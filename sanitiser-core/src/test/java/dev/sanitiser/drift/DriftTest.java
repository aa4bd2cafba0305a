package dev.sanitiser.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.allowlist.ReadAllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.drift.Finding.Mending;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.HookedSource;
import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DriftTest {

    private static Catalog catalog;

    @BeforeAll
    static void migrate() {
        try (TestDatabase database = TestDatabase.create()) {
            database.run("""
                    CREATE TABLE users (id int PRIMARY KEY, name text, email_address text, notes text, meta jsonb);
                    CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                    CREATE TABLE visit (at date) PARTITION BY RANGE (at);
                    CREATE TABLE visit_2024 PARTITION OF visit FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                    """);
            catalog = Sanitiser.catalog(database.dataSource());
        }
    }

    @Test
    void a_finding_says_all_there_is_to_know() {
        Drift drift =
                drift("{\"orders\": [],\n \"users\": {\"fake\": {\"email\": \"email\"}}, \"visit\": []}", loose());

        assertThat(drift.errors())
                .containsExactly(new Finding(
                        FindingKind.UNKNOWN_COLUMN,
                        Severity.ERROR,
                        Optional.of(new Location(2, 21)),
                        Optional.of(new QualifiedName("public", "users")),
                        Optional.of("email"),
                        "table \"users\" has no column \"email\"; was it renamed to \"email_address\"?",
                        Optional.of("email_address"),
                        Optional.of(Remedy.of("Remove it, or name the column as it is called:", "\"email_address\"")),
                        Mending.REMOVE));
        assertThat(drift.exists()).isTrue();
        assertThat(drift.tables()).hasSize(3);
    }

    @Test
    void findings_stand_in_the_order_of_the_list() {
        assertThat(messages(drift("""
                                {
                                  "visit_2024": [],
                                  "users": ["id", "phone", "meta.a", "notes.b", "x.c"],
                                  "order": ["id", "user_id"],
                                  "x": []
                                }
                                """, loose()), Severity.ERROR))
                .containsExactly(
                        "2:3 \"visit_2024\" is a partition; list its root \"visit\" instead, which covers it.",
                        "3:19 table \"users\" has no column \"phone\"",
                        "3:38 path \"notes.b\" of table \"users\" leads into a column of type text; paths lead into json"
                                + " and jsonb only. Keep the column, or remove the path.",
                        "3:49 path \"x.c\" of table \"users\" needs a column \"x\", which the table does not have",
                        "4:3 there is no table \"order\"; did you mean \"orders\"?",
                        "5:3 there is no table \"x\"");
    }

    @Test
    void a_name_that_is_listed_itself_was_not_meant() {
        assertThat(messages(
                        drift("{\"users\": [\"name\", \"name2\", \"nmae\"], \"user\": []}", loose()), Severity.ERROR))
                .containsExactly(
                        "1:20 table \"users\" has no column \"name2\"",
                        "1:29 table \"users\" has no column \"nmae\"",
                        "1:38 there is no table \"user\"");
    }

    @Test
    void rules_are_applied_once_everything_that_is_listed_exists() {
        assertThat(messages(drift("{\"orders\": [\"id\", \"user_id\"]}", loose()), Severity.ERROR))
                .containsExactly("1:2 orders, foreign key orders_user_id_fkey: no rows of users are copied and user_id"
                        + " cannot be NULL. List users in the allow list (an empty list [] fakes every column), or give"
                        + " orders \"rows\": \"none\".");
        assertThat(messages(drift("{\"orders\": [\"id\", \"user_id\", \"old\"]}", loose()), Severity.ERROR))
                .containsExactly("1:30 table \"orders\" has no column \"old\"");
    }

    @Test
    void a_generator_that_cannot_make_its_column_is_found_at_its_place() {
        assertThat(messages(drift("{\"users\": {\"fake\": {\"meta\": \"latitude\"}}}", loose()), Severity.ERROR))
                .singleElement()
                .asString()
                .startsWith("1:29 users.meta: ");
    }

    @Test
    void unlisted_tables_are_errors_unless_the_list_says_what_becomes_of_them() {
        String list = "\"users\": {\"rows\": \"none\"}, \"orders\": {\"rows\": \"none\"}}";

        assertThat(messages(drift("{" + list, loose()), Severity.NOTICE))
                .containsExactly("table \"visit\" is not listed, so no rows of it are copied");
        assertThat(messages(drift("{" + list, strict()), Severity.ERROR))
                .containsExactly("table \"visit\" is not listed, so no rows of it are copied");
        assertThat(messages(drift("{\"$options\": {\"unlisted\": \"structure\"}, " + list, strict()), Severity.NOTICE))
                .containsExactly("table \"visit\" is not listed, so no rows of it are copied");
        assertThat(messages(drift("{\"$options\": {\"unlisted\": \"fake\"}, " + list, strict()), Severity.NOTICE))
                .containsExactly("table \"visit\" is not listed, so all its rows are copied and every column is faked");
        assertThat(messages(drift("{\"$options\": {\"unlisted\": \"error\"}, " + list, loose()), Severity.ERROR))
                .containsExactly("1:27 table \"visit\" is not listed, and \"unlisted\" is \"error\"");
    }

    @Test
    void an_unknown_locale_is_an_error() {
        assertThat(drift("{\"$options\": {\"locale\": \"xx\"}, \"users\": []}", loose())
                        .errors())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(FindingKind.UNKNOWN_OPTION);
    }

    @Test
    void a_list_that_cannot_be_read_is_a_drift_of_its_own(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.json"), "{\"users\": [1, \"id\", \"id\"]}");

        Drift drift = AllowList.examine(file).match(list -> drift("{}", loose()), Drift::of);

        assertThat(AllowList.examine(file)).isInstanceOf(ReadAllowList.Unreadable.class);
        assertThat(drift.source()).isEqualTo(file.toString());
        assertThat(messages(drift, Severity.ERROR))
                .containsExactly(
                        "1:12 expected the name of a column; found a number",
                        "1:21 column \"id\" of \"users\" is already kept, at 1:15; remove one of the two");
    }

    @Test
    void an_empty_database_and_a_role_without_privileges_are_enough() {
        try (TestDatabase database = TestDatabase.create()) {
            database.run("CREATE SCHEMA app; CREATE TABLE app.users (id int PRIMARY KEY, name text);"
                    + " CREATE ROLE drift_reader LOGIN");
            PGSimpleDataSource dataSource = TestServer.dataSource(database.name());
            dataSource.setUser("drift_reader");

            Drift drift =
                    Sanitiser.drift(dataSource, AllowList.parse("{\"app.users\": [\"id\"]}", "list.json"), loose());

            assertThat(messages(drift, Severity.NOTICE))
                    .containsExactly("1:2 column \"name\" of table \"app.users\" is neither kept nor faked");
            database.run("DROP ROLE drift_reader");
        }
    }

    @Test
    void the_database_is_asked_as_often_for_many_tables_as_for_one() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.run("CREATE TABLE t1 (id int PRIMARY KEY, name text)");
            List<String> asked = statements(database);

            database.run(
                    "DO $$ BEGIN FOR t IN 2..50 LOOP EXECUTE format('CREATE TABLE t%s (id int PRIMARY KEY, name text"
                            + " UNIQUE, t1_id int REFERENCES t1)', t); END LOOP; END $$");

            assertThat(asked).isNotEmpty();
            assertThat(statements(database)).isEqualTo(asked);
        }
    }

    private static List<String> statements(TestDatabase database) throws SQLException {
        List<String> calls = new ArrayList<>();
        try (Connection connection = database.connect()) {
            Source source = HookedSource.lending(database, connection, calls::add);
            Sanitiser.drift(source, AllowList.parse("{\"t1\": [\"id\"]}", "list.json"), loose());
        }
        return calls.stream().filter(c -> c.endsWith("Statement")).toList();
    }

    private static List<String> messages(Drift drift, Severity severity) {
        return drift.findings().stream()
                .filter(f -> f.severity() == severity)
                .map(f -> f.location().map(l -> l + " ").orElse("") + f.message())
                .toList();
    }

    private static Drift drift(String text, PlanOptions options) {
        return Drift.between(catalog, AllowList.parse(text, "list.json"), options);
    }

    private static PlanOptions loose() {
        return PlanOptions.defaults();
    }

    private static PlanOptions strict() {
        return new PlanOptions(Set.of(), Set.of(), UnclassifiedColumns.ERROR);
    }
}
