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

    @Test
    void drawn_keys_stay_unique_alone_together_and_within_kept_groups() {
        try (PlannedDatabase source = PlannedDatabase.of("""
                        CREATE TABLE a (id int PRIMARY KEY, t text);
                        CREATE TABLE b (id bigint PRIMARY KEY, t text);
                        INSERT INTO a SELECT n, 'a' FROM generate_series(1, 40) n;
                        INSERT INTO b SELECT n, 'b' FROM generate_series(1, 30) n;
                        CREATE TABLE one (a int PRIMARY KEY REFERENCES a, t text);
                        INSERT INTO one SELECT id FROM a WHERE id > 3;
                        CREATE TABLE maybe (id int PRIMARY KEY, a int UNIQUE REFERENCES a);
                        INSERT INTO maybe SELECT n, CASE WHEN n % 10 = 0 THEN n / 10 END FROM generate_series(1, 400) n;
                        CREATE TABLE link (a int NOT NULL REFERENCES a, b bigint NOT NULL REFERENCES b,
                            PRIMARY KEY (a, b));
                        INSERT INTO link SELECT a.id, b.id FROM a, b WHERE (a.id + b.id) % 7 > 0;
                        CREATE TABLE grouped (day date, a int REFERENCES a, flag boolean, UNIQUE (day, a, flag));
                        INSERT INTO grouped SELECT date '2020-01-01' + d, a.id, f FROM generate_series(1, 5) d, a,
                            (VALUES (true), (false)) v (f) WHERE a.id % (d + 1) > 0;
                        INSERT INTO grouped SELECT date '2020-01-01', NULL, true FROM generate_series(1, 9);
                        CREATE TABLE live (id int PRIMARY KEY, a int NOT NULL REFERENCES a, deleted timestamptz);
                        INSERT INTO live SELECT n, 1 + n % 40, CASE WHEN n > 40 THEN now() END
                            FROM generate_series(1, 200) n;
                        CREATE UNIQUE INDEX one_live ON live (a) WHERE deleted IS NULL;
                        CREATE TABLE twice (a int NOT NULL REFERENCES a, b bigint NOT NULL REFERENCES b,
                            c int NOT NULL REFERENCES a, UNIQUE (a, b), UNIQUE (b, c), UNIQUE (a, c));
                        INSERT INTO twice SELECT n, n, n FROM generate_series(1, 30) n;
                        CREATE TABLE flags (x boolean NOT NULL, y boolean NOT NULL, UNIQUE (x, y));
                        INSERT INTO flags SELECT x, y FROM (VALUES (true), (false)) v (x), (VALUES (true), (false)) w (y);
                        """);
                TestDatabase copy = source.copy("""
                        {"a": [], "b": [], "one": [], "maybe": ["id"], "link": [], "grouped": ["day"], "live": ["id"],
                         "twice": [], "flags": []}
                        """, DumpOptions.defaults())) {
            for (String counts : List.of(
                    "SELECT count(*), count(DISTINCT a) FROM one",
                    "SELECT count(*), count(a) FROM maybe",
                    "SELECT count(*), count(DISTINCT (a, b)) FROM link",
                    "SELECT day, count(*), count(a) FROM grouped GROUP BY day ORDER BY day",
                    "SELECT count(*), count(deleted) FROM live",
                    "SELECT count(*), count(DISTINCT a), count(DISTINCT b), count(DISTINCT c) FROM twice",
                    "SELECT count(*), count(DISTINCT (x, y)) FROM flags")) {
                assertThat(copy.query(counts)).isEqualTo(source.database().query(counts));
            }
            assertThat(copy.query("SELECT count(DISTINCT a) > 30, count(DISTINCT b) > 20 FROM link"))
                    .as("many keys of both tables are drawn")
                    .containsExactly("t|t");
        }
    }

    @Test
    void keys_that_are_themselves_drawn_are_drawn_alike_wherever_they_are_referred_to() {
        try (PlannedDatabase source = PlannedDatabase.of("""
                        CREATE TABLE person (id int PRIMARY KEY, name text);
                        INSERT INTO person SELECT n, 'p' FROM generate_series(1, 50) n;
                        CREATE TABLE employee (id int PRIMARY KEY REFERENCES person, boss int REFERENCES employee);
                        INSERT INTO employee SELECT n, nullif(n / 2, 0) FROM generate_series(1, 30) n;
                        CREATE TABLE manager (id int PRIMARY KEY REFERENCES employee, CONSTRAINT also
                            FOREIGN KEY (id) REFERENCES person);
                        INSERT INTO manager SELECT generate_series(1, 10);
                        CREATE TABLE report (id int PRIMARY KEY, manager int REFERENCES manager);
                        INSERT INTO report SELECT n, 1 + n % 10 FROM generate_series(1, 100) n;
                        CREATE TABLE head (id int PRIMARY KEY, tail int);
                        CREATE TABLE tail (id int PRIMARY KEY, head int REFERENCES head);
                        ALTER TABLE head ADD CONSTRAINT pairs FOREIGN KEY (id) REFERENCES tail DEFERRABLE
                            INITIALLY DEFERRED;
                        ALTER TABLE tail ADD CONSTRAINT pairs FOREIGN KEY (id) REFERENCES head;
                        BEGIN;
                        INSERT INTO head SELECT generate_series(1, 20);
                        INSERT INTO tail SELECT n, 21 - n FROM generate_series(1, 20) n;
                        COMMIT;
                        CREATE TABLE itself (id int PRIMARY KEY REFERENCES itself);
                        INSERT INTO itself SELECT generate_series(1, 20);
                        """)) {
            for (String list : List.of("""
                    {"person": [], "employee": [], "manager": [], "report": [], "head": [], "tail": [], "itself": []}
                    """, """
                    {"person": ["id"], "employee": [], "manager": [], "report": ["id"], "head": ["id"], "tail": [],
                     "itself": []}
                    """, """
                    {"person": [], "employee": ["id"], "manager": [], "report": ["id", "manager"], "head": [],
                     "tail": ["head"], "itself": []}
                    """)) {
                try (TestDatabase copy = source.copy(list, DumpOptions.defaults())) {
                    String joins =
                            "SELECT (SELECT count(*) FROM report JOIN manager m ON m.id = manager JOIN employee e"
                                    + " ON e.id = m.id JOIN person p ON p.id = e.id), (SELECT count(*) FROM head JOIN tail"
                                    + " USING (id)), (SELECT count(DISTINCT id) FROM itself)";
                    assertThat(copy.query(joins)).isEqualTo(source.database().query(joins));
                }
            }
        }
    }

    @Test
    void partly_kept_and_shared_columns_agree_with_all_their_keys() {
        try (PlannedDatabase source = PlannedDatabase.of("""
                        CREATE TABLE tenant (id int PRIMARY KEY);
                        INSERT INTO tenant SELECT generate_series(1, 5);
                        CREATE TABLE ordering (tenant int REFERENCES tenant, id int, PRIMARY KEY (tenant, id));
                        INSERT INTO ordering SELECT t, n FROM generate_series(1, 5) t, generate_series(1, 10 * t) n;
                        CREATE TABLE product (tenant int REFERENCES tenant, id int, PRIMARY KEY (tenant, id));
                        INSERT INTO product SELECT t, n FROM generate_series(2, 5) t, generate_series(1, 7) n;
                        CREATE TABLE item (id int PRIMARY KEY, tenant int NOT NULL REFERENCES tenant, ordering int NOT NULL,
                            product int, FOREIGN KEY (tenant, ordering) REFERENCES ordering,
                            FOREIGN KEY (tenant, product) REFERENCES product);
                        INSERT INTO item SELECT row_number() OVER (), o.tenant, o.id, p.id FROM ordering o
                            JOIN product p USING (tenant);
                        CREATE TABLE note (id int PRIMARY KEY, tenant int NOT NULL, ordering int NOT NULL,
                            FOREIGN KEY (tenant, ordering) REFERENCES ordering MATCH FULL, UNIQUE (tenant, ordering));
                        INSERT INTO note SELECT row_number() OVER (), tenant, id FROM ordering;
                        CREATE TABLE other (id int PRIMARY KEY);
                        INSERT INTO other SELECT generate_series(1, 10);
                        CREATE TABLE both_of (id int PRIMARY KEY, x int NOT NULL REFERENCES other,
                            FOREIGN KEY (x) REFERENCES tenant);
                        INSERT INTO both_of SELECT n, 1 + n % 5 FROM generate_series(1, 50) n;
                        """)) {
            for (String list : List.of("""
                    {"tenant": ["id"], "ordering": ["tenant"], "product": ["tenant", "id"], "item": ["tenant"],
                     "note": ["id", "tenant"], "other": ["id"], "both_of": ["id"]}
                    """, """
                    {"tenant": ["id"], "ordering": ["tenant", "id"], "product": ["tenant", "id"], "item": ["id"],
                     "note": ["id"], "other": [], "both_of": []}
                    """, """
                    {"tenant": [], "ordering": [], "product": [], "item": [], "note": [], "other": [], "both_of": []}
                    """, """
                    {"tenant": [], "ordering": ["id"], "product": [], "item": ["tenant", "product"],
                     "note": ["ordering"], "other": [], "both_of": ["x"]}
                    """)) {
                try (TestDatabase copy = source.copy(list, DumpOptions.defaults())) {
                    String counts = "SELECT count(*), count(tenant), count(ordering), count(product) FROM item";
                    assertThat(copy.query(counts)).isEqualTo(source.database().query(counts));
                }
            }
        }
    }

    @Test
    void partitioned_tables_refer_and_are_referred_to() {
        try (PlannedDatabase source = PlannedDatabase.of("""
                        CREATE TABLE event (id bigint, region int, name text, PRIMARY KEY (id, region))
                            PARTITION BY LIST (region);
                        CREATE TABLE event_1 PARTITION OF event FOR VALUES IN (1);
                        CREATE TABLE event_2 PARTITION OF event FOR VALUES IN (2, 3);
                        CREATE TABLE event_rest PARTITION OF event DEFAULT;
                        INSERT INTO event SELECT n, n % 5, 'e' FROM generate_series(1, 100) n;
                        CREATE TABLE ticket (id int, event bigint, region int, day date,
                            PRIMARY KEY (id, day), FOREIGN KEY (event, region) REFERENCES event)
                            PARTITION BY RANGE (day);
                        CREATE TABLE ticket_old PARTITION OF ticket FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
                        CREATE TABLE ticket_new PARTITION OF ticket DEFAULT;
                        INSERT INTO ticket SELECT n, n % 100 + 1, (n % 100 + 1) % 5, date '2019-06-01' + n
                            FROM generate_series(1, 500) n;
                        CREATE TABLE bucket (id int PRIMARY KEY, t text) PARTITION BY HASH (id);
                        CREATE TABLE bucket_0 PARTITION OF bucket FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                        CREATE TABLE bucket_1 PARTITION OF bucket FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                        INSERT INTO bucket SELECT n, 't' FROM generate_series(1, 60) n;
                        CREATE TABLE drop (id int PRIMARY KEY, bucket int REFERENCES bucket);
                        INSERT INTO drop SELECT n, 1 + n % 60 FROM generate_series(1, 200) n;
                        """)) {
            for (String list : List.of("""
                    {"event": ["region"], "ticket": ["day"], "bucket": [], "drop": ["id"]}
                    """, """
                    {"event": ["region"], "ticket": ["id", "event", "region", "day"], "bucket": [], "drop": ["bucket"]}
                    """)) {
                try (TestDatabase copy = source.copy(list, DumpOptions.defaults())) {
                    String counts =
                            "SELECT (SELECT count(*) FROM ticket JOIN event ON event.id = event AND event.region ="
                                    + " ticket.region), (SELECT count(*) FROM drop JOIN bucket ON bucket.id = bucket),"
                                    + " (SELECT count(DISTINCT id) FROM bucket)";
                    assertThat(copy.query(counts)).isEqualTo(source.database().query(counts));
                }
            }
        }
    }

    @Test
    void exclusion_constraints_hold() {
        try (PlannedDatabase source = PlannedDatabase.of("""
                        CREATE EXTENSION btree_gist;
                        CREATE TABLE room (id int PRIMARY KEY);
                        INSERT INTO room SELECT generate_series(1, 10);
                        CREATE TABLE booking (id int PRIMARY KEY, room int REFERENCES room, during daterange,
                            cancelled boolean NOT NULL DEFAULT false,
                            EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled));
                        INSERT INTO booking SELECT 10 * r + n, r, daterange(date '2020-01-01' + 9 * n, date '2020-01-01'
                            + 9 * n + 7) FROM generate_series(1, 10) r, generate_series(1, 9) n;
                        """)) {
            for (String list : List.of(
                    "{\"room\": [], \"booking\": []}",
                    "{\"room\": [], \"booking\": [\"room\", \"during\", \"cancelled\"]}",
                    "{\"room\": [\"id\"], \"booking\": [\"room\"]}")) {
                try (TestDatabase copy = source.copy(list, DumpOptions.defaults())) {
                    assertThat(copy.query("SELECT count(*), count(room), count(during) FROM booking"))
                            .containsExactly("90|90|90");
                }
            }
        }
    }
}
