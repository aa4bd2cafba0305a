package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design rule F5: constraints that fakes satisfy, proven by a restore that validates them. */
class SolvedConstraintsTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TYPE stage AS ENUM ('draft', 'sent', 'paid');
                CREATE DOMAIN year AS int CHECK (VALUE BETWEEN 1901 AND 2155);
                CREATE DOMAIN email AS text CHECK (VALUE ~* '^[a-z0-9.]+@[a-z0-9.]+\\.[a-z]{2,}$');
                CREATE DOMAIN short_email AS email CHECK (length(VALUE) <= 40);
                CREATE DOMAIN hour AS int CHECK (VALUE BETWEEN 0 AND 24);
                CREATE DOMAIN hours AS hour[] CHECK (cardinality(VALUE) = 8);

                CREATE TABLE literals (id int, gender char(1) CHECK (gender IN ('M', 'F')),
                    role varchar(20) NOT NULL CHECK (role = 'admin' OR role = 'user'),
                    size int CHECK (size = ANY (ARRAY[10, 20, 40])), ratio numeric(3, 2) CHECK (ratio IN (0.25, 0.5)),
                    stage stage CHECK (stage <> 'paid' AND stage <> 'sent'), day date CHECK (day IN ('2020-02-02')));
                INSERT INTO literals SELECT i, 'M', 'admin', 20, 0.25, 'draft', '2020-02-02' FROM generate_series(1, 50) i;

                CREATE TABLE bounds (id int, age smallint CHECK (age >= 0 AND age < 130), low int CHECK (low < -5),
                    part numeric(4, 3) CHECK (part > 0 AND part < 1), share float8 CHECK (share BETWEEN 0 AND 1),
                    born date CHECK (born < '1950-01-01'), at timestamptz CHECK (at >= '2030-01-01 00:00:00+00'),
                    cost money CHECK (cost > '100'::money AND cost <= '101'::money));
                INSERT INTO bounds SELECT i, 1, -6, 0.5, 0.5, '1940-01-01', '2031-01-01', '101' FROM generate_series(1, 50) i;

                CREATE TABLE lengths (id int, code text CHECK (char_length(code) = 12),
                    iso char(2) CHECK (iso = upper(iso) AND char_length(iso) = 2), long text CHECK (length(long) > 90),
                    hash bytea CHECK (octet_length(hash) = 20), initial varchar(10) CHECK (length(initial) < 2));
                INSERT INTO lengths SELECT i, repeat('x', 12), 'DE', repeat('y', 91), decode(repeat('ab', 20), 'hex'), 'z'
                    FROM generate_series(1, 50) i;

                CREATE TABLE patterns (id int, zip text CHECK (zip ~ '^[0-9]{5}$'), plate varchar(12)
                    CHECK (plate ~ '^[A-Z]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}$'), path text CHECK (path LIKE '/srv/%'),
                    kind text CHECK (kind !~ '[0-9]'), word text CHECK (word ~* '^(red|green)$'));
                INSERT INTO patterns SELECT i, '12345', 'B-AB 12', '/srv/a', 'k', 'RED' FROM generate_series(1, 50) i;

                CREATE TABLE domains (id int, made year, mail email, brief short_email, open hours, years year[]);
                INSERT INTO domains SELECT i, 2000, 'real@real.org', 'real@real.org', '{1,2,3,4,5,6,7,8}', '{2000}'
                    FROM generate_series(1, 50) i;

                CREATE TABLE pairs (id int, low int NOT NULL, high int NOT NULL, CHECK (low < high),
                    first date, last date, CHECK (first <= last), a int, b int, CHECK (a <> b));
                INSERT INTO pairs SELECT i, 1, 2, '2020-01-01', CASE WHEN i > 5 THEN date '2020-01-02' END, 1, 2
                    FROM generate_series(1, 500) i;

                CREATE TABLE sums (id int, price numeric(10, 2), quantity int, total numeric(12, 2),
                    CHECK (total = price * quantity), paid numeric(12, 2), CHECK (paid <= total));
                INSERT INTO sums SELECT i, 2.5, i, 2.5 * i, i FROM generate_series(1, 300) i;

                CREATE TABLE states (id int, kind text, born date, vat text, CHECK (kind IN ('person', 'company')),
                    CHECK ((kind = 'person' AND born IS NOT NULL AND vat IS NULL)
                        OR (kind = 'company' AND born IS NULL AND vat IS NOT NULL)));
                INSERT INTO states SELECT i, CASE i % 2 WHEN 0 THEN 'person' ELSE 'company' END,
                    CASE i % 2 WHEN 0 THEN date '2000-01-01' END, CASE i % 2 WHEN 1 THEN 'real vat' END
                    FROM generate_series(1, 100) i;

                CREATE TABLE signs (id int, kind text, n int, CHECK (kind <> 'loss' OR n < 0));
                INSERT INTO signs SELECT i, CASE i % 3 WHEN 0 THEN 'loss' ELSE 'gain' END,
                    CASE i % 3 WHEN 0 THEN -i ELSE i END FROM generate_series(1, 100) i;

                CREATE TABLE ranged (id int, at date) PARTITION BY RANGE (at);
                CREATE TABLE ranged_1 PARTITION OF ranged FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');
                CREATE TABLE ranged_2 PARTITION OF ranged FOR VALUES FROM ('2020-02-01') TO ('2020-03-01');
                INSERT INTO ranged SELECT i, date '2020-01-01' + i FROM generate_series(1, 58) i;
                CREATE TABLE listed (id int, kind text, n int, PRIMARY KEY (id, kind, n)) PARTITION BY LIST (kind);
                CREATE TABLE listed_a PARTITION OF listed FOR VALUES IN ('a', 'b') PARTITION BY RANGE (n);
                CREATE TABLE listed_a_1 PARTITION OF listed_a FOR VALUES FROM (0) TO (100);
                CREATE TABLE listed_c PARTITION OF listed FOR VALUES IN ('c') PARTITION BY HASH (id);
                CREATE TABLE listed_c_0 PARTITION OF listed_c FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE listed_c_1 PARTITION OF listed_c FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                INSERT INTO listed SELECT i, (ARRAY['a', 'b', 'c'])[i % 3 + 1], i FROM generate_series(1, 90) i;
                CREATE TABLE names (first_name text, last_name text);
                CREATE UNIQUE INDEX names_both ON names ((first_name || ' ' || last_name));
                INSERT INTO names SELECT 'a' || i % 10, 'b' || i / 10 FROM generate_series(1, 400) i;
                CREATE TABLE buildings (id int, is_primary boolean, "a""b" int);
                CREATE UNIQUE INDEX one_primary ON buildings (id) WHERE is_primary IS TRUE;
                CREATE UNIQUE INDEX one_odd ON buildings (id) WHERE "a""b" > 5;
                INSERT INTO buildings SELECT i / 2, i % 2 = 0, i % 2 * 10 FROM generate_series(1, 60) i;
                CREATE TABLE bookings (id int, during tsrange, EXCLUDE USING gist (during WITH &&));
                INSERT INTO bookings SELECT i, tsrange(timestamp '2020-01-01' + i * interval '1 day',
                    timestamp '2020-01-01' + (i + 1) * interval '1 day') FROM generate_series(1, 60) i;
                CREATE TABLE flags (id int, n int, even int CHECK (even % 2 = 0 AND even > 0), doc jsonb
                    CHECK (jsonb_typeof(doc) = 'array'), host inet CHECK (family(host) = 4),
                    slug text CHECK (slug SIMILAR TO '[a-z]{3}-[a-z0-9]+'), lat float8 CHECK (abs(lat) <= 90));
                INSERT INTO flags SELECT i, i, 2 * i, '[1]', '10.1.1.1', 'abc-1', 90 FROM generate_series(1, 60) i;
                CREATE TABLE yearly (id int, at timestamp) PARTITION BY RANGE (date_part('year', at));
                CREATE TABLE yearly_1 PARTITION OF yearly FOR VALUES FROM (2004) TO (2005);
                INSERT INTO yearly SELECT i, '2004-03-04' FROM generate_series(1, 100) i;
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            literals | []
            bounds   | []
            lengths  | []
            patterns | []
            domains  | []
            pairs    | []
            pairs    | ["high", "last", "b"]
            pairs    | ["low", "first", "a"]
            sums     | []
            sums     | ["price"]
            states   | []
            states   | ["kind"]
            signs    | ["kind"]
            signs    | []
            ranged   | []
            listed   | []
            listed   | ["n"]
            yearly   | []
            names    | []
            names    | ["first_name"]
            buildings | ["id"]
            bookings | ["id"]
            flags    | []
            """)
    void the_copy_restores_with_all_constraints(String table, String entry) {
        String count = "SELECT count(*), count(x) FROM " + table + " x";
        try (TestDatabase copy = database.copy("{\"" + table + "\": " + entry + "}", DumpOptions.defaults())) {
            assertThat(copy.query(count)).isEqualTo(database.database().query(count));
        }
    }
}
