-- A database with every feature of PostgreSQL that rows can meet. All data is invented.
CREATE EXTENSION btree_gist;
CREATE EXTENSION citext;
CREATE SCHEMA shop;
CREATE SCHEMA log;

-- Types
CREATE TYPE shop.colour AS ENUM ('red', 'green', 'deep blue', 'it''s', 'a,b', '{}', '\', '"', 'NULL', '');
CREATE DOMAIN shop.code AS varchar(12) CHECK (VALUE <> '');
CREATE DOMAIN shop.lower_code AS shop.code NOT NULL CHECK (VALUE = lower(VALUE));
CREATE TYPE shop.place AS (street text, number int, zone shop.colour);
CREATE TYPE shop.span AS RANGE (subtype = numeric);
CREATE FUNCTION shop.is_fine(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 IS NOT NULL';
CREATE FUNCTION shop.folded(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT pg_catalog.lower($1)';

CREATE TABLE shop.faked_types (
    id int PRIMARY KEY,
    colour shop.colour,
    code shop.code,
    lower_code shop.lower_code,
    place shop.place,
    colours shop.colour[],
    places shop.place[],
    codes shop.code[],
    numbers int[],
    texts text[] NOT NULL,
    moments timestamptz[],
    span shop.span,
    days daterange,
    holidays datemultirange,
    spans shop.span_multirange,
    ranges int4range[],
    document jsonb,
    address inet,
    amount numeric(12, 2),
    letters char(7),
    mail citext
);
CREATE TABLE shop.kept_types (LIKE shop.faked_types INCLUDING ALL);
INSERT INTO shop.kept_types
SELECT i, NULL, NULL, 'n' || i, NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM generate_series(1, 5) i;
INSERT INTO shop.kept_types
SELECT i, (enum_range(NULL::shop.colour))[i % 10 + 1], 'C' || i, 'c' || i,
    CASE i % 3 WHEN 0 THEN (NULL, NULL, NULL)::shop.place WHEN 1 THEN ('High Street', i, 'it''s')::shop.place END,
    enum_range(NULL::shop.colour), ARRAY[('a,b "c" \', 1, 'a,b'), NULL]::shop.place[], ARRAY['C' || i, NULL]::shop.code[],
    '[-1:0][5:6]={{1,NULL},{3,4}}', ARRAY['', 'NULL', NULL, '{', '"', E'\\\n'], ARRAY['infinity', '-infinity', NULL]::timestamptz[],
    shop.span(i, i + 1.5), 'empty', '{[2024-01-01,2024-01-05),[2024-02-01,)}', '{}', ARRAY['(,)', '[1,1]', 'empty']::int4range[],
    '{"a": [1, null, "\u00e9"]}', '2001:db8::1/64', i / 3.0, 'x', 'Ann' || i || '@mail.example'
FROM generate_series(6, 25) i;
INSERT INTO shop.faked_types SELECT * FROM shop.kept_types;

CREATE TABLE shop.exact (
    id int PRIMARY KEY,
    t text, v varchar, f4 float4, f8 float8, n numeric, d date, ts timestamp, tz timestamptz, i interval,
    b bytea, j json, a text[], c shop.place, bits varbit, x xml, bp char(5), m money, ch "char"
);
INSERT INTO shop.exact (id, t, v) VALUES
    (1, '\.', '\N'), (2, E'a\nb\tc\\d\re\bf\fg\vh', E'\\.\n\\.\n'), (3, '', ' '), (4, NULL, 'NULL'),
    (5, 'żółw 🐢 日本', E'\u0001\u007f'), (6, '--', '; DROP TABLE shop.exact;'), (7, 'O''Neil', '"quoted"'),
    (8, repeat('long ', 40000), E'\\\\');
INSERT INTO shop.exact (id, f4, f8, n, d, ts, tz, i) VALUES
    (11, 'NaN', '-Infinity', 'NaN', 'infinity', '-infinity', 'infinity', '-178000000 years'),
    (12, 1.1754944e-38, 5e-324, 'Infinity', '4713-01-01 BC', '294276-12-31 23:59:59.999999', '2000-02-29 12:00:00.000001+05:45', '1 mon -1 day 00:00:00.000001'),
    (13, 0.1, 0.1, 1e-100, '2024-02-29', '2024-10-27 02:30:00', '2024-10-27 02:30:00+02', '-1 year 2 mons -3 days 04:05:06.7'),
    (14, '-0', 123456789.123456789, 123456789012345678901234567890.0100, NULL, NULL, NULL, '0');
INSERT INTO shop.exact (id, b, j, a, c, bits, x, bp, m, ch) VALUES
    (21, '\x00ff5c2e', '{"a":1,  "a":2}', '[2:3]={NULL,"NULL"}', '("a ""b""",,)', '10110', '<a>&lt;</a>', 'ab', '1234.56', 'x'),
    (22, '', '"\\"', '{}', '(,,)', '', '', '', '-0.01', '');

-- Generated columns
CREATE TABLE shop.generated (
    id int PRIMARY KEY,
    kept text,
    faked text,
    amount int NOT NULL,
    from_kept text GENERATED ALWAYS AS (upper(kept)) STORED,
    from_faked text GENERATED ALWAYS AS (faked || '!') STORED,
    from_both text GENERATED ALWAYS AS (kept || faked) STORED,
    never_null bigint GENERATED ALWAYS AS (amount::bigint * 2) STORED NOT NULL
);
INSERT INTO shop.generated SELECT i, nullif('k' || i, 'k3'), nullif('f' || i, 'f4'), i FROM generate_series(1, 9) i;
CREATE TABLE shop.only_generated (answer int GENERATED ALWAYS AS (42) STORED);
INSERT INTO shop.only_generated DEFAULT VALUES;
INSERT INTO shop.only_generated DEFAULT VALUES;

-- Sequences
CREATE TABLE shop.kept_serial (id serial PRIMARY KEY, note text);
INSERT INTO shop.kept_serial (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE TABLE shop.faked_serial (id serial PRIMARY KEY, note text);
INSERT INTO shop.faked_serial (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE TABLE shop.small_serial (id smallserial PRIMARY KEY, note text);
INSERT INTO shop.small_serial (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE TABLE shop.always_identity (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
INSERT INTO shop.always_identity (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE TABLE shop.default_identity (id int GENERATED BY DEFAULT AS IDENTITY (START 100 INCREMENT 10) PRIMARY KEY, note text);
INSERT INTO shop.default_identity (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE SEQUENCE shop.shared;
CREATE TABLE shop.shared_left (id int PRIMARY KEY DEFAULT nextval('shop.shared'), note text);
CREATE TABLE shop.shared_right (id int PRIMARY KEY DEFAULT nextval('shop.shared'), note text);
INSERT INTO shop.shared_left (note) SELECT 'n' || i FROM generate_series(1, 7) i;
INSERT INTO shop.shared_right (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE SEQUENCE shop.down INCREMENT -1;
CREATE TABLE shop.downward (id int PRIMARY KEY DEFAULT nextval('shop.down'), note text);
INSERT INTO shop.downward (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE SEQUENCE shop.ticket;
SELECT setval('shop.ticket', 1234567);
CREATE SEQUENCE shop.unused;
CREATE SEQUENCE shop.standalone_down INCREMENT -1;
SELECT setval('shop.standalone_down', -1234567);
CREATE TABLE shop.ticketed (code text PRIMARY KEY DEFAULT 'T' || nextval('shop.ticket'), note text);
INSERT INTO shop.ticketed (note) SELECT 'n' || i FROM generate_series(1, 7) i;
CREATE TABLE shop.empty_serial (id serial PRIMARY KEY, note text);

-- Partitions
CREATE TABLE log.by_list (id int GENERATED BY DEFAULT AS IDENTITY, kind text, note text, PRIMARY KEY (id, kind)) PARTITION BY LIST (kind);
CREATE TABLE log.by_list_a PARTITION OF log.by_list FOR VALUES IN ('a');
CREATE TABLE log.by_list_rest PARTITION OF log.by_list DEFAULT;
INSERT INTO log.by_list (kind, note) SELECT chr(97 + i % 3), 'n' || i FROM generate_series(1, 20) i;
CREATE TABLE log.by_day (id serial, day date NOT NULL, note text) PARTITION BY RANGE (day);
CREATE TABLE log.by_day_2023 PARTITION OF log.by_day FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE log.by_day_2024 PARTITION OF log.by_day FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY HASH (id);
CREATE TABLE log.by_day_2024_0 PARTITION OF log.by_day_2024 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE log.by_day_2024_1 (gone int, note text, day date NOT NULL, id int NOT NULL);
ALTER TABLE log.by_day_2024_1 DROP COLUMN gone;
ALTER TABLE log.by_day_2024 ATTACH PARTITION log.by_day_2024_1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO log.by_day (day, note) SELECT '2023-06-01'::date + i * 20, 'n' || i FROM generate_series(1, 25) i;
CREATE INDEX by_day_day ON log.by_day (day);
CREATE TABLE log.by_colour (colour shop.colour, note text) PARTITION BY HASH (colour);
CREATE TABLE log.by_colour_0 PARTITION OF log.by_colour FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE log.by_colour_1 PARTITION OF log.by_colour FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE log.by_colour_2 PARTITION OF log.by_colour FOR VALUES WITH (MODULUS 3, REMAINDER 2);
INSERT INTO log.by_colour SELECT (enum_range(NULL::shop.colour))[i % 10 + 1], 'n' || i FROM generate_series(1, 30) i;
CREATE TABLE log.by_tenant (tenant text NOT NULL, note text, id int NOT NULL) PARTITION BY HASH (tenant);
CREATE TABLE log.by_tenant_0 PARTITION OF log.by_tenant FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE log.by_tenant_1 PARTITION OF log.by_tenant FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO log.by_tenant SELECT 'tenant ' || i, 'n' || i, i FROM generate_series(1, 30) i;
CREATE TABLE log.by_moment (moment timestamptz NOT NULL, id int NOT NULL) PARTITION BY RANGE (moment);
CREATE TABLE log.by_moment_1999 PARTITION OF log.by_moment FOR VALUES FROM ('1999-01-01') TO ('2000-01-01');
CREATE TABLE log.by_moment_rest PARTITION OF log.by_moment DEFAULT;
INSERT INTO log.by_moment SELECT '1999-12-20'::timestamptz + i * '1 day'::interval, i FROM generate_series(1, 30) i;

-- Inheritance
CREATE TABLE shop.vehicle (id serial PRIMARY KEY, name text CHECK (name <> ''));
CREATE TABLE shop.lorry (load int, PRIMARY KEY (id)) INHERITS (shop.vehicle);
INSERT INTO shop.vehicle (name) SELECT 'v' || i FROM generate_series(1, 4) i;
INSERT INTO shop.lorry (name, load) SELECT 'l' || i, i FROM generate_series(1, 4) i;

-- Foreign keys
CREATE TABLE shop.account (
    id int PRIMARY KEY,
    mail text NOT NULL,
    nick text UNIQUE,
    boss_id int REFERENCES shop.account
);
CREATE UNIQUE INDEX account_mail ON shop.account (lower(mail));
INSERT INTO shop.account SELECT i, 'Real.Person' || i || '@corp.example', nullif('nick' || i, 'nick' || i / 2 * 2), CASE WHEN i > 3 THEN i / 2 END
FROM generate_series(1, 40) i;
CREATE TABLE shop.device (id int PRIMARY KEY, serial_number text);
INSERT INTO shop.device VALUES (1, 'SN-1'), (2, 'SN-2');
CREATE TABLE shop.session (
    id uuid PRIMARY KEY,
    account_id int NOT NULL REFERENCES shop.account ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    nick text REFERENCES shop.account (nick),
    device_id int REFERENCES shop.device
);
INSERT INTO shop.session SELECT gen_random_uuid(), i % 40 + 1, CASE WHEN i % 2 = 1 THEN 'nick' || i % 40 END, i % 3 + CASE i % 3 WHEN 0 THEN NULL ELSE 0 END
FROM generate_series(1, 60) i;
CREATE TABLE shop.customer (id bigint PRIMARY KEY, name text);
INSERT INTO shop.customer SELECT i, 'Customer ' || i FROM generate_series(1, 15) i;
CREATE TABLE shop.orders (customer_id bigint NOT NULL REFERENCES shop.customer, number int, note text, UNIQUE (customer_id, number), PRIMARY KEY (number));
INSERT INTO shop.orders SELECT i % 15 + 1, i, 'n' || i FROM generate_series(1, 50) i;
CREATE TABLE shop.parcel (region char(2), number int, weight int, PRIMARY KEY (region, number));
INSERT INTO shop.parcel SELECT chr(97 + i % 3) || 'x', i, i FROM generate_series(1, 30) i;
CREATE TABLE shop.scan (
    id int PRIMARY KEY,
    region char(2), number int,
    FOREIGN KEY (region, number) REFERENCES shop.parcel,
    full_region char(2), full_number int,
    CONSTRAINT scan_full FOREIGN KEY (full_region, full_number) REFERENCES shop.parcel MATCH FULL
);
INSERT INTO shop.scan SELECT i, r, n, r, n FROM generate_series(1, 20) i, LATERAL (SELECT chr(97 + i % 3) || 'x', CASE WHEN i % 4 > 0 THEN i END) p(r, n) WHERE i % 4 > 0;
INSERT INTO shop.scan VALUES (101, NULL, 7, NULL, NULL), (102, 'zz', NULL, NULL, NULL);
CREATE TABLE shop.hen (id int PRIMARY KEY, egg_id int);
CREATE TABLE shop.egg (id int PRIMARY KEY, hen_id int REFERENCES shop.hen);
ALTER TABLE shop.hen ADD FOREIGN KEY (egg_id) REFERENCES shop.egg;
INSERT INTO shop.hen SELECT i FROM generate_series(1, 9) i;
INSERT INTO shop.egg SELECT i, 10 - i FROM generate_series(1, 9) i;
UPDATE shop.hen SET egg_id = id WHERE id > 2;
CREATE TABLE shop.by_list_note (id int PRIMARY KEY, list_id int, list_kind text, FOREIGN KEY (list_id, list_kind) REFERENCES log.by_list);
INSERT INTO shop.by_list_note SELECT row_number() OVER (), id, kind FROM log.by_list;
CREATE TABLE shop.orphan (id int PRIMARY KEY, account_id int, score int);
INSERT INTO shop.orphan VALUES (1, 1, -5), (2, 999, 5), (3, NULL, NULL);
ALTER TABLE shop.orphan ADD CONSTRAINT orphan_account FOREIGN KEY (account_id) REFERENCES shop.account NOT VALID;
ALTER TABLE shop.orphan ADD CONSTRAINT orphan_score CHECK (score > 0) NOT VALID;

-- Other constraints and indexes
CREATE TABLE shop.article (id int PRIMARY KEY, slug text NOT NULL, title text, deleted_at timestamptz, CHECK (shop.is_fine(slug)));
CREATE UNIQUE INDEX article_slug ON shop.article (slug) WHERE deleted_at IS NULL;
CREATE INDEX article_title ON shop.article (shop.folded(title));
INSERT INTO shop.article VALUES (1, 'one', 'One', NULL), (2, 'one', 'Old one', '2020-01-01'), (3, 'one', 'Older one', '2019-01-01'), (4, 'two', NULL, NULL);
CREATE TABLE shop.lonely (id int PRIMARY KEY, partner int, UNIQUE NULLS NOT DISTINCT (partner));
INSERT INTO shop.lonely VALUES (1, NULL), (2, 1), (3, 2);
CREATE TABLE shop.swap (id int PRIMARY KEY, position int UNIQUE DEFERRABLE INITIALLY DEFERRED);
INSERT INTO shop.swap SELECT i, 10 - i FROM generate_series(1, 9) i;
CREATE TABLE shop.booking (room int, during tsrange, guest text, EXCLUDE USING gist (room WITH =, during WITH &&));
INSERT INTO shop.booking SELECT i % 2, tsrange('2024-01-01'::timestamp + i * '1 day'::interval, '2024-01-02'::timestamp + i * '1 day'::interval), 'Guest ' || i FROM generate_series(1, 9) i;
CREATE UNLOGGED TABLE shop.cache (key text, value text);
INSERT INTO shop.cache SELECT 'key' || i, 'value' || i FROM generate_series(1, 9) i;
CREATE TABLE shop.dropped (a int, gone text, b int, gone_too int NOT NULL DEFAULT 1);
INSERT INTO shop.dropped SELECT i, 'g' || i, -i FROM generate_series(1, 9) i;
ALTER TABLE shop.dropped DROP COLUMN gone, DROP COLUMN gone_too, ADD COLUMN c text DEFAULT 'later';
CREATE TABLE shop.zero ();
INSERT INTO shop.zero SELECT FROM generate_series(1, 4);
CREATE TABLE shop.empty (a int, b text);
CREATE TABLE shop.keyless (a int, b text);
INSERT INTO shop.keyless VALUES (1, 'x'), (1, 'x'), (NULL, NULL);

-- Code
CREATE VIEW shop.staff AS SELECT id, mail FROM shop.account WHERE boss_id IS NOT NULL;
CREATE MATERIALIZED VIEW shop.a_top AS SELECT 1 AS nothing;
CREATE MATERIALIZED VIEW shop.mails AS SELECT id, mail FROM shop.staff;
CREATE UNIQUE INDEX mails_id ON shop.mails (id);
CREATE MATERIALIZED VIEW shop.a_mail_count AS SELECT count(*) AS n, min(mail) AS first FROM shop.mails;
CREATE MATERIALIZED VIEW shop.unpopulated AS SELECT mail FROM shop.account WITH NO DATA;
CREATE FUNCTION shop.forbid() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the trigger fired'; END $$;
CREATE TABLE shop.guarded (id int PRIMARY KEY, note text);
INSERT INTO shop.guarded SELECT i, 'n' || i FROM generate_series(1, 5) i;
CREATE TRIGGER forbid BEFORE INSERT OR UPDATE ON shop.guarded FOR EACH ROW EXECUTE FUNCTION shop.forbid();
ALTER TABLE shop.guarded ENABLE ALWAYS TRIGGER forbid;
CREATE RULE nothing AS ON INSERT TO shop.keyless DO INSTEAD NOTHING;
ALTER TABLE shop.customer ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop.customer FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.customer USING (id < 3) WITH CHECK (id < 0);
CREATE STATISTICS shop.account_statistics ON id, mail FROM shop.account;
COMMENT ON TABLE shop.account IS 'Whoever may log in';
ANALYZE;
