package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type that a column of this server can have, its arrays included. */
class TypeConformanceTest {

    private static final int ROWS = 2_000;

    /** Types that PostgreSQL keeps for itself: their input functions refuse everything. */
    private static final List<String> WITHOUT_FAKE = List.of(
            "ext.gbtreekey16",
            "ext.gbtreekey2",
            "ext.gbtreekey32",
            "ext.gbtreekey4",
            "ext.gbtreekey8",
            "ext.gbtreekey_var",
            "ext.ghstore",
            "ext.gtrgm",
            "ext.intbig_gkey",
            "ext.ltree_gist",
            "gtsvector",
            "pg_brin_bloom_summary",
            "pg_brin_minmax_multi_summary",
            "pg_dependencies",
            "pg_mcv_list",
            "pg_ndistinct",
            "pg_node_tree");

    private static TestDatabase database;
    private static FakedTable everyType;

    @BeforeAll
    static void create_a_table_of_every_type() {
        database = TestDatabase.create().run(EveryType.TYPES);
        database.run(EveryType.tableOf(database, "every_type"));
        everyType = FakedTable.of(database, "every_type");
        everyType.fill(ROWS);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void only_types_without_input_have_no_fake() {
        List<String> found = everyType.columnsWithoutFake().stream()
                .map(column -> column.type().formatted())
                .filter(type -> !type.endsWith("[]"))
                .sorted()
                .toList();

        assertThat(found).isEqualTo(WITHOUT_FAKE);
    }

    @Test
    void arrays_of_types_without_input_have_no_fake_either() {
        List<String> found = everyType.columnsWithoutFake().stream()
                .map(column -> column.type().formatted())
                .filter(type -> type.endsWith("[]"))
                .map(type -> type.substring(0, type.length() - 2))
                .toList();

        assertThat(WITHOUT_FAKE).containsAll(found);
    }

    @Test
    void no_fake_is_null() {
        String counts = fakedColumns().stream()
                .map(column -> "count(" + column.name() + ")")
                .collect(Collectors.joining(", ", "SELECT ", " FROM every_type"));

        assertThat(database.query(counts).get(0).split("\\|")).containsOnly(Integer.toString(ROWS));
    }

    @Test
    void stock_tools_dump_and_restore_all_fakes(@TempDir Path folder) {
        String archive = folder.resolve("every_type.dump").toString();
        try (TestDatabase copy = TestDatabase.create()) {
            CommandLine dump = CommandLine.run("pg_dump", "-Fc", "-f", archive, database.name());
            CommandLine restore = CommandLine.run("pg_restore", "--exit-on-error", "-d", copy.name(), archive);

            assertThat(dump).isEqualTo(new CommandLine(0, "", ""));
            assertThat(restore).isEqualTo(new CommandLine(0, "", ""));
            assertThat(copy.query(EveryType.DIGEST)).isEqualTo(database.query(EveryType.DIGEST));
        }
    }

    private static List<Column> fakedColumns() {
        return everyType.relation().columns().stream()
                .filter(column -> everyType.fake(column).isPresent())
                .toList();
    }
}
