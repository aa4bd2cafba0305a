package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents of which a list keeps some paths. */
class KeptPathsTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TABLE account (
                    id int PRIMARY KEY,
                    settings jsonb,
                    "odd.name" json,
                    "name[]" text,
                    theme text GENERATED ALWAYS AS (settings ->> 'theme') STORED);
                INSERT INTO account VALUES
                    (1, '{"theme": "dark", "email": "ann@corp.com", "size": 12.50, "on": false, "none": null}'),
                    (2, '{"theme": {"secret": "ann@corp.com"}, "size": ["ann@corp.com", 7, true, null, {"a": 1}, [2]]}'),
                    (3, '{"items": [{"sku": "A-1", "buyer": "ann@corp.com"}, {"buyer": "bob"}, "loose", 5, [1]], "email": 1}'),
                    (4, '{"items": {"sku": "A-2"}, "address": {"city": "Ulm", "street": "ann street", "geo": {"lat": 1.5, "lon": 2}}}'),
                    (5, '{"address": "ann@corp.com", "tags": ["x", ["y", "z"], {"k": "v"}], "it''s \\"odd\\"": "kept"}'),
                    (6, '["ann@corp.com", 1]'), (7, '"ann@corp.com"'), (8, '3'), (9, 'null'), (10, NULL), (11, '{}'), (12, '[]');
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static List<String> copied(String kept, String column) {
        String list = "{\"account\": [\"id\", " + kept + "]}";
        try (TestDatabase copy = database.copy(list, DumpOptions.defaults())) {
            return copy.query("SELECT " + column + " FROM account ORDER BY id");
        }
    }

    @Test
    void keeps_scalars_and_drops_other_keys() {
        assertThat(copied("\"settings.theme\", \"settings.size\", \"settings.on\", \"settings.none\"", "settings"))
                .containsExactly();
    }

    @Test
    void keeps_scalars_and_drops_other_keys2() {
        assertThat(copied(
                        "\"settings.items[].sku\", \"settings.address.city\", \"settings.address.geo.lat\", \"settings.tags[]\", \"settings.\\\"it's \\\"\\\"odd\\\"\\\"\\\"\"",
                        "settings"))
                .containsExactly();
    }

    @Test
    void keeps_scalars_and_drops_other_keys3() {
        assertThat(copied("\"settings[]\", \"settings.tags[][]\"", "settings")).containsExactly();
    }
}
