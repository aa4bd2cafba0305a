package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A unique address, a unique code of eight characters and a unique pair of foreign keys, all faked, for very many rows.
 *
 * <p>{@code mvn test -Pnightly -Dtest=BigKeysDumpTest -Dsanitiser.rows=…} takes another number of rows than ten
 * millions; the test prints how long the dump and the restore of each million took.
 */
class BigKeysDumpTest {

    private static final AllowList KEYS_OF_REFERENCED_TABLES =
            AllowList.parse("{\"person\": [\"id\"], \"club\": [\"id\"], \"membership\": []}", "list.json");

    private static final String TABLES = """
            CREATE TABLE person (id bigint PRIMARY KEY);
            CREATE TABLE club (id integer PRIMARY KEY);
            CREATE TABLE membership (
                email varchar(120) NOT NULL, code varchar(8) NOT NULL, person_id bigint NOT NULL, club_id integer NOT NULL);
            INSERT INTO person SELECT n FROM generate_series(1, 5000) AS n;
            INSERT INTO club SELECT n FROM generate_series(1, 2500) AS n;
            INSERT INTO membership
            SELECT 'member' || n || '@club.real', 'M' || lpad(to_hex(n), 7, '0'), 1 + n / 2500, 1 + mod(n, 2500)
            FROM generate_series(0, %d - 1) AS n;
            ALTER TABLE membership
                ADD UNIQUE (email), ADD UNIQUE (code), ADD UNIQUE (person_id, club_id),
                ADD FOREIGN KEY (person_id) REFERENCES person, ADD FOREIGN KEY (club_id) REFERENCES club;
            ANALYZE;
            """;

    @TempDir
    Path folder;

    @Test
    void twenty_thousand_rows_restore() {
        dumpAndRestore(20_000);
    }

    @Test
    @Tag("nightly")
    void ten_million_rows_restore() {
        dumpAndRestore(Integer.getInteger("sanitiser.rows", 10_000_000));
    }

    private void dumpAndRestore(int rows) {
        Path dump = folder.resolve("membership.dump");
        try (TestDatabase source = TestDatabase.create().run(TABLES.formatted(rows));
                TestDatabase copy = TestDatabase.create()) {
            DumpReport report = Sanitiser.dump(
                    Source.of(source.dataSource()),
                    KEYS_OF_REFERENCED_TABLES,
                    DumpOptions.defaults(),
                    DumpTarget.file(dump),
                    DumpListener.silent());
            Instant start = Instant.now();
            assertThat(Restores.restore(dump, copy)).isEqualTo(Restores.SILENT_SUCCESS);
            print(rows, report.duration(), Duration.between(start, Instant.now()));

            assertThat(copy.query("SELECT count(*), count(*) FILTER (WHERE email LIKE '%real') FROM membership"))
                    .containsExactly(rows + "|0");
            assertThat(copy.query("SELECT contype, count(*), bool_and(convalidated) FROM pg_constraint"
                            + " WHERE conrelid = 'membership'::regclass GROUP BY 1 ORDER BY 1"))
                    .containsExactly("f|2|t", "u|3|t");
        }
    }

    private static void print(int rows, Duration dump, Duration restore) {
        System.out.printf(
                "%,d rows with unique keys: dump %.1f s, restore %.1f s for each million%n",
                rows, secondsEachMillion(dump, rows), secondsEachMillion(restore, rows));
    }

    private static double secondsEachMillion(Duration duration, int rows) {
        return duration.toMillis() * 1_000.0 / rows;
    }
}
