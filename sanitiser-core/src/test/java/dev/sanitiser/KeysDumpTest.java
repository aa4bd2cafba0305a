package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Design rules F6 to F8, restored by stock pg_restore with every constraint validated. */
class KeysDumpTest {

    @TempDir
    Path folder;

    /** Keeps a key file readable by its owner alone. */
    private PseudonymKey key(String hexadecimalDigit) throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, hexadecimalDigit.repeat(64) + "\n");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        return PseudonymKey.read(file);
    }

    private static final String ACCOUNTS = """
            CREATE TABLE account (email text PRIMARY KEY, name text);
            INSERT INTO account SELECT 'person' || n || '@corp.example', 'Real ' || n FROM generate_series(1, 500) n;
            CREATE TABLE login (id int PRIMARY KEY, email text REFERENCES account);
            INSERT INTO login SELECT n, 'person' || (1 + n * n % 300) || '@corp.example' FROM generate_series(1, 2000) n;
            INSERT INTO login VALUES (0, NULL);
            CREATE TABLE invoice (id int PRIMARY KEY, payer varchar(60) NOT NULL REFERENCES account);
            INSERT INTO invoice SELECT n, 'person' || (1 + n * 7 % 499) || '@corp.example' FROM generate_series(1, 900) n;
            """;
    private static final String KEPT_ADDRESSES = """
            {"account": [], "login": ["id", "email"], "invoice": ["id", "payer"]}
            """;
    private static final String JOINS = """
            SELECT count(*), count(DISTINCT l.id), count(DISTINCT i.id), count(DISTINCT a.email), sum(l.id * i.id)
            FROM account a JOIN login l ON l.email = a.email JOIN invoice i ON i.payer = a.email
            """;

    @Test
    void an_address_that_kept_columns_refer_to_becomes_a_pseudonym_that_joins_alike() {
        try (PlannedDatabase source = PlannedDatabase.of(ACCOUNTS);
                TestDatabase copy = source.copy(KEPT_ADDRESSES, DumpOptions.defaults())) {
            assertThat(copy.query(JOINS)).isEqualTo(source.database().query(JOINS));
            assertThat(addresses(copy)).hasSize(500).doesNotContainAnyElementsOf(addresses(source.database()));
            assertThat(copy.query("SELECT count(*) FROM login WHERE email IS NULL"))
                    .containsExactly("1");
        }
    }

    private static Set<String> addresses(TestDatabase database) {
        return new TreeSet<>(database.query(
                "SELECT email FROM account UNION SELECT email FROM login WHERE email IS NOT NULL UNION SELECT payer FROM"
                        + " invoice"));
    }

    @Test
    void the_key_alone_decides_the_pseudonyms() throws IOException {
        try (PlannedDatabase source = PlannedDatabase.of(ACCOUNTS);
                TestDatabase first =
                        source.copy(KEPT_ADDRESSES, DumpOptions.defaults().withKey(key("a")));
                TestDatabase second = source.copy(
                        KEPT_ADDRESSES, DumpOptions.defaults().withKey(key("a")).withJobs(1));
                TestDatabase other =
                        source.copy(KEPT_ADDRESSES, DumpOptions.defaults().withKey(key("b")))) {
            String rows = "SELECT * FROM invoice ORDER BY id";

            assertThat(second.query(rows)).isEqualTo(first.query(rows));
            assertThat(other.query(rows)).doesNotContainAnyElementsOf(first.query(rows));
        }
    }

    @Test
    void keys_of_every_type_join_alike() {
        try (PlannedDatabase source = PlannedDatabase.of("""
                        CREATE EXTENSION citext;
                        CREATE TYPE colour AS ENUM ('red', 'green', 'blue');
                        CREATE DOMAIN login AS text;
                        CREATE TABLE target (i int UNIQUE, b bigint UNIQUE, s smallint UNIQUE, n numeric UNIQUE,
                            u uuid UNIQUE, d date UNIQUE, c citext UNIQUE, f float8 UNIQUE, t timestamptz UNIQUE,
                            p char(10) UNIQUE, l login UNIQUE, x bytea UNIQUE, e colour UNIQUE, z bigint UNIQUE);
                        INSERT INTO target SELECT n * 3, n::bigint << 40, n, n / 4.0, gen_random_uuid(),
                            date '2001-01-01' + n, 'Name ' || n, n / 8.0, now() + n * interval '1 s', 'code' || n,
                            'login' || n, int4send(n), (enum_range(NULL::colour))[n], -n
                        FROM generate_series(1, 100) n;
                        CREATE TABLE referrer (id int PRIMARY KEY, i bigint REFERENCES target (i),
                            b bigint REFERENCES target (b), s int REFERENCES target (s),
                            n numeric(9, 4) REFERENCES target (n), u uuid REFERENCES target (u),
                            d date REFERENCES target (d), c citext REFERENCES target (c),
                            f float8 REFERENCES target (f), t timestamptz REFERENCES target (t),
                            p char(12) REFERENCES target (p), l text REFERENCES target (l),
                            x bytea REFERENCES target (x), e colour REFERENCES target (e), z bigint REFERENCES target (z));
                        INSERT INTO referrer SELECT row_number() over (), i, b, s, n, u, d, upper(c::text), f, t, p, l, x,
                            e, z FROM target, generate_series(1, 3);
                        """);
                TestDatabase copy = source.copy("""
                        {"target": [], "referrer": ["id", "i", "b", "s", "n", "u", "d", "c", "f", "t", "p", "l", "x", "e",
                            "z"]}
                        """, DumpOptions.defaults())) {
            for (String column : List.of("i", "b", "s", "n", "u", "d", "c", "f", "t", "p", "l", "x", "e", "z")) {
                String join =
                        "SELECT count(*), count(DISTINCT a.%1$s), count(DISTINCT r.id) FROM referrer r JOIN target a ON a.%1$s = r.%1$s"
                                .formatted(column);
                assertThat(copy.query(join))
                        .as(column)
                        .isEqualTo(source.database().query(join));
            }
        }
    }
}
