package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoDatabaseTest {

    private static final Path ALLOW_LIST = Path.of("..", "allow_list.json");

    private static TestDatabase database;

    @BeforeAll
    static void load() throws SQLException {
        database = TestDatabase.create();
        DemoDatabase.load(database.dataSource());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void has_the_same_rows_each_time() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : tables()) {
            counts.put(
                    table,
                    Long.valueOf(database.query("SELECT count(*) FROM " + table).get(0)));
        }

        assertThat(counts)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("address", 5000L),
                        Map.entry("audit.log", 3000L),
                        Map.entry("category", 40L),
                        Map.entry("employee", 25L),
                        Map.entry("favourite", 3997L),
                        Map.entry("order_item", 14069L),
                        Map.entry("orders", 7000L),
                        Map.entry("page_view", 7000L),
                        Map.entry("product", 400L),
                        Map.entry("review", 2495L),
                        Map.entry("session", 2500L),
                        Map.entry("ticket", 1200L),
                        Map.entry("users", 4000L))));
        assertThat(database.query("SELECT id, email, phone FROM users WHERE id = 2"))
                .containsExactly("2|elif.tregenza@quillmail.example|+44 (0)7700 900317");
    }

    @Test
    void reaches_only_people_who_do_not_exist() {
        assertThat(database.query("SELECT count(*) FROM users WHERE email !~ '^[a-z.0-9-]+@[a-z-]+[.]example$'"))
                .containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM users WHERE phone !~ '^[+]44 [(]0[)]7700 900[0-9]{3}$'"))
                .containsExactly("0");
    }

    @Test
    void fills_every_partition() {
        assertThat(database.query("SELECT DISTINCT tableoid::regclass::text FROM page_view ORDER BY 1"))
                .containsExactly("page_view_2025_q1", "page_view_2025_q2", "page_view_2025_q3", "page_view_2025_q4");
    }

    @Test
    void logs_a_changed_email_by_trigger() throws SQLException {
        try (TestDatabase own = TestDatabase.create()) {
            DemoDatabase.load(own.dataSource());

            own.run("UPDATE users SET email = 'new@northpost.example' WHERE id = 2");

            assertThat(own.query("SELECT actor_email, action FROM audit.log ORDER BY id DESC LIMIT 1"))
                    .containsExactly("new@northpost.example|email.changed");
        }
    }

    @Test
    void has_every_table_of_its_allow_list_and_no_other() throws IOException {
        List<String> listed = new ArrayList<>();
        allowList().fieldNames().forEachRemaining(listed::add);

        assertThat(listed).filteredOn(key -> !key.startsWith("$")).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void has_every_column_of_its_allow_list() throws IOException {
        List<String> columns = database.query("""
                SELECT a.attrelid::regclass || '.' || a.attname
                FROM pg_attribute a
                WHERE a.attnum > 0 AND a.attgenerated = ''
                """);

        assertThat(columns).containsAll(listedColumns());
    }

    private static List<String> tables() {
        return database.query("""
                SELECT oid::regclass::text
                FROM pg_class
                WHERE relkind IN ('r', 'p') AND NOT relispartition
                  AND relnamespace IN ('public'::regnamespace, 'audit'::regnamespace)
                """);
    }

    private static List<String> listedColumns() throws IOException {
        List<String> columns = new ArrayList<>();
        allowList().properties().forEach(entry -> {
            JsonNode kept = entry.getValue().isArray()
                    ? entry.getValue()
                    : entry.getValue().path("keep");
            kept.forEach(column -> columns.add(entry.getKey() + "." + columnOf(column.asText())));
            entry.getValue()
                    .path("fake")
                    .fieldNames()
                    .forEachRemaining(column -> columns.add(entry.getKey() + "." + column));
        });
        return columns;
    }

    private static String columnOf(String path) {
        return path.replaceFirst("[.].*", "");
    }

    private static JsonNode allowList() throws IOException {
        return new ObjectMapper().readTree(ALLOW_LIST.toFile());
    }
}
