package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.testing.TestDatabase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueFakesTest {

    private static final long SOME_ROWS = 2_000;
    private static final long BLIND_ROWS = 20_000;
    private static final long MANY_ROWS = 100_000;

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run(EveryType.TYPES);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void fakes_of_every_type_are_different_in_every_row() {
        database.run(EveryType.tableOf(database, "every_type"));
        FakedTable table = FakedTable.of(database, "every_type");
        List<String> repeated = new ArrayList<>();
        for (Column column : table.relation().columns()) {
            table.uniqueFake(column).ifPresent(fake -> {
                long rows =
                        fake.distinctValues().min(BigInteger.valueOf(SOME_ROWS)).longValueExact();
                if (table.distinctTexts(rows, fake) != rows) {
                    repeated.add(column.type().formatted());
                }
            });
        }

        assertThat(repeated).isEmpty();
    }

    @Test
    void series_that_say_so_rise() {
        database.run(EveryType.tableOf(database, "ordered_type"));
        FakedTable table = FakedTable.of(database, "ordered_type");
        List<String> falling = new ArrayList<>();
        for (Column column : table.relation().columns()) {
            boolean ascending =
                    TypeSeries.of(column.type()).map(Series::ascending).orElse(false);
            if (ascending
                    && !table.isAscending(SOME_ROWS, table.uniqueFake(column).orElseThrow())) {
                falling.add(column.type().formatted());
            }
        }

        assertThat(falling).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bool | 2",
                "\"char\" | 36",
                "bit(3) | 8",
                "varbit(4) | 16",
                "char(1) | 36",
                "char(2) | 1296",
                "varchar(1) | 36",
                "varchar(2) | 1296",
                "varchar(3) | 46656",
                "smallint | 32767",
                "numeric(3,1) | 999",
                "numeric(3,-2) | 999",
                "numeric(2,4) | 99",
                "time(0) | 86400",
                "timetz(0) | 86400",
                "regclass | 1",
                "aclitem | 1",
                "\"odd.schema\"\";\".\"mood\"\"; DROP\" | 6",
                "\"odd.schema\"\";\".short_code | 46656",
                "\"odd.schema\"\";\".nothing | 1",
            })
    void a_small_type_gives_exactly_as_many_values_as_it_says(String type, long count) {
        database.run("DROP TABLE IF EXISTS small; CREATE TABLE small (v " + type + ")");
        FakedTable table = FakedTable.of(database, "small");

        table.fillUnique(count);

        assertThat(table.uniqueCapacity("v")).isEqualTo(count);
        assertThat(database.query("SELECT count(*), count(DISTINCT lower(rtrim(v::text))) FROM small"))
                .containsExactly(count + "|" + count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigint",
                "bit(62)",
                "bit(80)",
                "bytea",
                "cid",
                "date",
                "ext.ean13",
                "ext.isbn",
                "ext.issn",
                "ext.upc",
                "float4",
                "float8",
                "inet",
                "integer",
                "int4range",
                "interval",
                "interval day",
                "interval hour",
                "interval minute",
                "interval month",
                "interval second(0)",
                "interval year",
                "macaddr",
                "macaddr8",
                "money",
                "numeric",
                "numeric(1000,1000)",
                "numeric(18,2)",
                "numeric(30,4)",
                "oid",
                "pg_lsn",
                "time",
                "time(3)",
                "timestamp",
                "timestamp(0)",
                "timestamptz",
                "tid",
                "tstzrange",
                "uuid",
                "varchar(7)",
                "varchar(8)",
                "varchar(12)",
                "varchar(19)",
                "varchar(20)",
                "varchar(26)",
                "varchar(27)",
                "xid8"
            })
    void the_last_values_of_a_large_type_fit_and_differ(String type) {
        database.run("DROP TABLE IF EXISTS large; CREATE TABLE large (v " + type + ")");
        FakedTable table = FakedTable.of(database, "large");
        long last = table.uniqueCapacity("v").longValueExact();

        table.fillUnique(last - 999, last);

        assertThat(database.query("SELECT count(DISTINCT v::text) FROM large")).containsExactly("1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date",
                "char(12)",
                "citext",
                "inet",
                "integer",
                "jsonb",
                "name",
                "numeric(8,3)",
                "text",
                "text[]",
                "timestamp(0)",
                "uuid",
                "varchar(10)",
                "varchar(40)",
                "tstzrange"
            })
    void a_unique_index_takes_a_hundred_thousand_rows(String type) {
        database.run("DROP TABLE IF EXISTS keyed; SET search_path = public, ext; CREATE TABLE keyed (v " + type
                + " UNIQUE)");
        FakedTable table = FakedTable.of(database, "keyed");

        table.fillUnique(MANY_ROWS);

        assertThat(database.query("SELECT count(*) FROM keyed")).containsExactly(Long.toString(MANY_ROWS));
    }

    @Test
    void unique_columns_take_a_million_rows() {
        database.run("CREATE UNLOGGED TABLE million (a int4, b int8, c text, d varchar(12), e uuid)");
        FakedTable table = FakedTable.of(database, "million");

        table.fillUnique(1_000_000);
        for (Column column : table.relation().columns()) {
            database.run("CREATE UNIQUE INDEX ON million (" + column.name() + ")");
        }

        assertThat(database.query("SELECT count(*) FROM million")).containsExactly("1000000");
    }

    @Test
    void strings_differ_where_case_accents_and_trailing_blanks_do_not_count() {
        database.run("""
                CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level1-ka-shifted', deterministic = false);
                CREATE TABLE strings (
                    a text COLLATE blind UNIQUE, b varchar(4) COLLATE blind UNIQUE, c char(5) COLLATE blind UNIQUE,
                    d ext.citext UNIQUE, e varchar(14) COLLATE blind UNIQUE);
                CREATE UNIQUE INDEX ON strings (lower(a));
                CREATE UNIQUE INDEX ON strings (upper(trim(c)));
                """);
        FakedTable table = FakedTable.of(database, "strings");

        table.fillUnique(BLIND_ROWS);

        assertThat(database.query("SELECT count(*) FROM strings")).containsExactly(Long.toString(BLIND_ROWS));
    }

    @Test
    void unique_ranges_do_not_overlap() {
        database.run("""
                CREATE TABLE bookings (
                    a int4range, b int8range, c numrange, d daterange, e tsrange, f tstzrange, g "odd.schema"";"."renamed range",
                    h "odd.schema"";".text_range, i "odd.schema"";".time_range, j datemultirange,
                    EXCLUDE USING gist (a WITH &&), EXCLUDE USING gist (b WITH &&), EXCLUDE USING gist (c WITH &&),
                    EXCLUDE USING gist (d WITH &&), EXCLUDE USING gist (e WITH &&), EXCLUDE USING gist (f WITH &&),
                    EXCLUDE USING gist (g WITH &&), EXCLUDE USING gist (h WITH &&), EXCLUDE USING gist (i WITH &&),
                    EXCLUDE USING gist (j WITH &&));
                """);
        FakedTable table = FakedTable.of(database, "bookings");

        table.fillUnique(SOME_ROWS);

        assertThat(database.query("SELECT count(*) FROM bookings")).containsExactly(Long.toString(SOME_ROWS));
    }
}
