package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A column changes no fake that it takes in: no rounding, no cutting, no padding but that of {@code char(n)}. */
class FittingTest {

    private static final int ROWS = 500;

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static Stream<List<String>> typesOfOneTable() {
        return Stream.of(
                lengths("varchar", 40),
                lengths("char", 12),
                lengths("bit", 70),
                lengths("varbit", 70),
                numerics(),
                List.of("time", "time(0)", "time(3)", "timetz(1)", "timestamp(0)", "timestamp(6)", "timestamptz(2)"),
                intervals(),
                List.of(
                        "varchar(3)[]",
                        "numeric(3,-1)[][]",
                        "char(2)[]",
                        "bit(5)[3]",
                        "interval day[]",
                        "timestamp(0)[]"));
    }

    @ParameterizedTest
    @MethodSource("typesOfOneTable")
    void a_stored_fake_is_what_was_made(List<String> types) {
        FakedTable table = tableOf(types);

        table.fill(ROWS);

        assertThat(changed(table, false)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("typesOfOneTable")
    void a_stored_unique_fake_is_what_was_made(List<String> types) {
        FakedTable table = tableOf(types);

        table.insert(1, 1, table::uniqueFake);

        assertThat(changed(table, true)).isEmpty();
    }

    private static FakedTable tableOf(List<String> types) {
        List<String> columns = new ArrayList<>();
        types.forEach(type -> columns.add("c" + columns.size() + " " + type));
        database.run("DROP TABLE IF EXISTS fitting; CREATE TABLE fitting (" + String.join(", ", columns) + ")");
        return FakedTable.of(database, "fitting");
    }

    private static List<String> changed(FakedTable table, boolean unique) {
        List<String> changed = new ArrayList<>();
        for (Column column : table.relation().columns()) {
            Fake fake = (unique ? table.uniqueFake(column) : table.fake(column)).orElseThrow();
            List<String> made = table.query(unique ? 1 : ROWS, Sql.text(fake.value()));
            List<String> stored = database.query("SELECT " + column.name() + "::text FROM fitting");
            // Rows fill the gaps of earlier pages: they come back in another order.
            if (!sorted(made).equals(sorted(stored))) {
                changed.add(column.type().formatted());
            }
        }
        return changed;
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static List<String> lengths(String type, int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(length -> type + "(" + length + ")")
                .toList();
    }

    private static List<String> numerics() {
        List<String> types = new ArrayList<>();
        for (int precision : new int[] {1, 2, 5, 9, 18, 19, 38, 1000}) {
            for (int scale : new int[] {-1000, -5, -1, 0, 1, 2, 6, 18, 20, 1000}) {
                types.add("numeric(" + precision + "," + scale + ")");
            }
        }
        return types;
    }

    private static List<String> intervals() {
        return Stream.of(
                        "",
                        "(0)",
                        "(6)",
                        "year",
                        "month",
                        "day",
                        "hour",
                        "minute",
                        "second",
                        "second(0)",
                        "year to month",
                        "day to hour",
                        "day to minute",
                        "day to second",
                        "hour to minute",
                        "hour to second(3)",
                        "minute to second")
                .map(fields -> "interval " + fields)
                .toList();
    }
}
