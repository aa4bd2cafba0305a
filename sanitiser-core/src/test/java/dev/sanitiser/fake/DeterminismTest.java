package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static TestDatabase database;
    private static FakedTable everyType;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run(EveryType.TYPES);
        database.run(EveryType.tableOf(database, "every_type"));
        everyType = FakedTable.of(database, "every_type");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void the_same_request_gives_the_same_sql() {
        assertThat(statements(7)).isEqualTo(statements(7));
    }

    @Test
    void the_same_seed_gives_the_same_values_on_every_server() {
        try (TestDatabase once = filled();
                TestDatabase twice = filled()) {
            assertThat(once.query(EveryType.DIGEST)).isEqualTo(twice.query(EveryType.DIGEST));
        }
    }

    @Test
    void values_are_pinned_across_versions() {
        database.run("CREATE TABLE pinned (a text, b int, c date, d uuid, e varchar(4))");
        FakedTable pinned = FakedTable.of(database, "pinned");

        pinned.insert(1, 2, pinned::fake);
        pinned.insert(1, 2, pinned::uniqueFake);

        assertThat(database.query("SELECT * FROM pinned"))
                .containsExactly(
                        "canyon orchard|478|2008-08-22|cfed4217-ce59-4b02-ac79-9b4465b6b117|laur",
                        "olive field meadow|392|2019-07-13|bc216317-83dc-41fc-8ee4-e0b114ae6a64|ocea",
                        "canyon1|1|2000-01-01|cfed4217-ce59-4b02-a44b-e13cfbe3413f|9o0c",
                        "olive2|2|2000-01-02|bc216317-83dc-41fc-9dea-6c4592bf7221|dvyb");
    }

    @Test
    void another_seed_gives_other_values() {
        Column text = columnOf("text");

        assertThat(values(text, 1)).isNotEqualTo(values(text, 2));
    }

    private static TestDatabase filled() {
        TestDatabase fresh = TestDatabase.create().run(EveryType.TYPES);
        fresh.run(EveryType.tableOf(fresh, "every_type"));
        FakedTable.of(fresh, "every_type").fill(100);
        return fresh;
    }

    private static List<String> statements(long seed) {
        List<String> statements = new ArrayList<>();
        for (Column column : everyType.relation().columns()) {
            Fakes.typeFake(new FakeRequest(column.type(), false, seed, 2), FakedTable.ORDINAL)
                    .ifPresent(
                            fake -> statements.add(Database.withoutConnection().renderInlined(fake.value())));
        }
        return statements;
    }

    private static List<String> values(Column column, long seed) {
        Fake fake = Fakes.typeFake(new FakeRequest(column.type(), false, seed, 2), FakedTable.ORDINAL)
                .orElseThrow();
        return everyType.query(100, fake.value());
    }

    private static Column columnOf(String type) {
        return everyType.relation().columns().stream()
                .filter(column -> column.type().formatted().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
