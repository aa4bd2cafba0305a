package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unique columns stay unique in the copy, for any number of rows: the restore builds every index anew. */
class UniqueColumnsDumpTest {

    private static final AllowList NOTHING_KEPT = AllowList.parse("{\"keyed\": []}", "list.json");

    private static final String TABLE = """
            CREATE EXTENSION citext;
            CREATE TABLE keyed (a int4, b int8, c text, d varchar(12), e uuid, f timestamptz, g bytea, h numeric, i inet, j citext, k date);
            INSERT INTO keyed
            SELECT n, -n, 'real ' || n, n, ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid,
                timestamptz '1999-12-31 23:00+00' + n * interval '1 s', int8send(n), n / 7.0,
                CASE WHEN mod(n, 10) > 0 THEN inet '10.0.0.0' + n END, 'Real ' || n,
                date '1500-01-01' + n
            FROM generate_series(1, %d) AS n;
            ALTER TABLE keyed ADD UNIQUE (a), ADD UNIQUE (b), ADD UNIQUE (c), ADD UNIQUE (d), ADD UNIQUE (e),
                ADD UNIQUE (f), ADD UNIQUE (g), ADD UNIQUE (h), ADD UNIQUE (i), ADD UNIQUE (j), ADD UNIQUE (k);
            ANALYZE keyed;
            """;

    private static final String COUNTS = """
            SELECT count(*), count(a), count(b), count(c), count(d), count(e), count(f), count(g), count(h), count(i), count(j), count(k),
                (SELECT count(*) FROM pg_catalog.pg_index WHERE indrelid = 'public.keyed'::regclass AND indisunique)
            FROM public.keyed
            """;

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_rows_restore() {
        dumpAndRestore(100_000);
    }

    @Test
    @Tag("nightly")
    void a_million_rows_restore() {
        dumpAndRestore(1_000_000);
    }

    private void dumpAndRestore(int rows) {
        Path dump = folder.resolve("keyed.dump");
        try (TestDatabase source = TestDatabase.create().run(TABLE.formatted(rows));
                TestDatabase copy = TestDatabase.create()) {
            Sanitiser.dump(
                    Source.of(source.dataSource()),
                    NOTHING_KEPT,
                    DumpOptions.defaults(),
                    DumpTarget.file(dump),
                    DumpListener.silent());

            assertThat(CommandLine.run("pg_restore", "-d", copy.name(), dump.toString()))
                    .isEqualTo(new CommandLine(0, "", ""));
            assertThat(copy.query(COUNTS)).isEqualTo(source.query(COUNTS));
        }
    }

    @Test
    void more_rows_than_a_type_has_values_stop_the_plan() {
        try (TestDatabase source = TestDatabase.create().run("""
                CREATE TABLE keyed (code char(1) UNIQUE);
                INSERT INTO keyed SELECT chr(1000 + n) FROM generate_series(1, 37) AS n;
                """)) {
            assertThatThrownBy(() -> Sanitiser.plan(source.dataSource(), NOTHING_KEPT, PlanOptions.defaults()))
                    .hasMessage("""
                    The allow list does not fit the database (1 problem):
                    - keyed.code: it must be unique, but type character(1) gives no more than 36 different values, and \
                    the table has more rows. Keep the column, or widen its type.""");
        }
    }
}
