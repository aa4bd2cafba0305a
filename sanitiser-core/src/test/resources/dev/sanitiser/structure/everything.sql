-- A database with an object of every kind that pg_dump knows. All data is invented.
CREATE EXTENSION hstore;
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
COMMENT ON EXTENSION hstore IS 'the comment of extension hstore';
COMMENT ON SCHEMA public IS 'the comment of schema public';

CREATE SCHEMA sales;
CREATE SCHEMA util;
CREATE SCHEMA "odd ""schema"".";
COMMENT ON SCHEMA sales IS 'the comment of schema sales';

CREATE TYPE sales.status AS ENUM ('new', 'paid');
COMMENT ON TYPE sales.status IS 'the comment of a type';
CREATE TYPE util.pair AS (a int, b int);
CREATE TYPE util.price_range AS RANGE (subtype = numeric);
CREATE TYPE util.shell;
CREATE DOMAIN sales.email AS text CONSTRAINT looks_right CHECK (VALUE ~ '^[^@\s]+@[^@\s]+\.[a-z]{2,}$');
COMMENT ON CONSTRAINT looks_right ON DOMAIN sales.email IS 'the comment of a domain''s constraint';
CREATE COLLATION util.numeric_order (provider = icu, locale = 'en-u-kn-true');

CREATE FUNCTION util.next_number() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION util.tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION util.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FUNCTION util.add_pair(util.pair, util.pair) RETURNS util.pair LANGUAGE sql AS 'SELECT $1';
CREATE PROCEDURE util.tidy() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE util.total(util.pair) (SFUNC = util.add_pair, STYPE = util.pair, INITCOND = '(0,0)');
CREATE OPERATOR util.+ (LEFTARG = util.pair, RIGHTARG = util.pair, FUNCTION = util.add_pair);
CREATE FUNCTION util.pair_to_text(util.pair) RETURNS text LANGUAGE sql AS 'SELECT ''x''::text';
CREATE CAST (util.pair AS text) WITH FUNCTION util.pair_to_text(util.pair);
CREATE FUNCTION util.pair_order(util.pair, util.pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR FAMILY util.pair_family USING btree;
CREATE OPERATOR CLASS util.pair_class FOR TYPE util.pair USING btree FAMILY util.pair_family AS
    FUNCTION 1 util.pair_order(util.pair, util.pair);
CREATE CONVERSION util.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TRANSFORM FOR util.pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TEXT SEARCH DICTIONARY util.words (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION util.search (COPY = simple);
CREATE TEXT SEARCH TEMPLATE util.template (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH PARSER util.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

CREATE TABLE public.customer (
    id serial PRIMARY KEY,
    mail sales.email DEFAULT 'nobody@mail.example',
    number int DEFAULT util.next_number(),
    tags hstore
);
COMMENT ON TABLE public.customer IS 'the comment of a table';
COMMENT ON COLUMN public.customer.mail IS 'the comment of a column';
COMMENT ON CONSTRAINT customer_pkey ON public.customer IS 'the comment of a constraint';
CREATE INDEX customer_mail ON public.customer (lower(mail)) WHERE mail <> 'x';
COMMENT ON INDEX public.customer_mail IS 'the comment of an index';
CREATE STATISTICS util.customer_statistics ON mail, number FROM public.customer;
ALTER TABLE public.customer ADD CONSTRAINT not_yet CHECK (number > 0) NOT VALID;
ALTER TABLE public.customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.customer USING (id > 0);
CREATE TRIGGER told BEFORE INSERT ON public.customer FOR EACH ROW EXECUTE FUNCTION util.tell('argument');
CREATE RULE nothing AS ON DELETE TO public.customer WHERE OLD.id = 0 DO INSTEAD NOTHING;

CREATE TABLE sales.orders (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id int REFERENCES public.customer,
    status sales.status,
    at date
);
CREATE TABLE sales.event (at date, what text) PARTITION BY RANGE (at);
CREATE INDEX event_at ON sales.event (at);
CREATE TABLE sales.event_2020 PARTITION OF sales.event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE VIEW sales.paid AS SELECT * FROM sales.orders WHERE status = 'paid';
COMMENT ON VIEW sales.paid IS 'the comment of a view';
CREATE VIEW sales.grouped AS SELECT id, status, count(*) AS n FROM sales.orders GROUP BY id;
CREATE MATERIALIZED VIEW sales.summary AS SELECT status, count(*) AS n FROM sales.orders GROUP BY status;
CREATE UNIQUE INDEX summary_status ON sales.summary (status);
CREATE FUNCTION sales.latest() RETURNS SETOF sales.paid LANGUAGE sql AS 'SELECT * FROM sales.paid';

CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'production.host', dbname 'secret_database');
COMMENT ON SERVER far IS 'the comment of a server';
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'secret_user', password 'secret_password');
CREATE FOREIGN DATA WRAPPER home_made OPTIONS (debug 'secret_option');
CREATE FOREIGN TABLE sales.remote (id int, name text) SERVER far OPTIONS (table_name 'secret_table');
COMMENT ON FOREIGN TABLE sales.remote IS 'the comment of a foreign table';
CREATE FOREIGN TABLE sales.event_2019 PARTITION OF sales.event FOR VALUES FROM ('2019-01-01') TO ('2020-01-01')
    SERVER far OPTIONS (table_name 'secret_partition');
CREATE VIEW sales.remote_view AS SELECT * FROM sales.remote;
COMMENT ON VIEW sales.remote_view IS 'the comment of a view on a foreign table';
CREATE VIEW sales.remote_grouped AS SELECT o.id, o.status, r.name FROM sales.orders o, sales.remote r GROUP BY o.id, r.name;
CREATE MATERIALIZED VIEW sales.remote_copy AS SELECT id, name FROM sales.remote_view WITH NO DATA;
CREATE INDEX remote_copy_id ON sales.remote_copy (id);
CREATE MATERIALIZED VIEW sales.remote_count AS SELECT count(*) AS n FROM sales.remote_copy WITH NO DATA;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE sales.file (line text) SERVER files OPTIONS (filename '/dev/null');
CREATE MATERIALIZED VIEW sales.file_copy AS SELECT line FROM sales.file;
CREATE FUNCTION sales.remote_rows() RETURNS SETOF sales.remote LANGUAGE sql AS 'SELECT * FROM sales.remote';

CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION part FOR TABLE sales.orders WHERE (id > 4711);
CREATE PUBLICATION wide FOR TABLES IN SCHEMA util;
COMMENT ON PUBLICATION part IS 'the comment of a publication';
CREATE SUBSCRIPTION incoming CONNECTION 'host=production.host password=secret_password' PUBLICATION p
    WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION incoming IS 'the comment of a subscription';
CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION util.on_ddl();
COMMENT ON EVENT TRIGGER watch IS 'the comment of an event trigger';
ALTER EVENT TRIGGER watch DISABLE;

GRANT SELECT ON public.customer TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO PUBLIC;
SELECT lo_create(4711);
COMMENT ON LARGE OBJECT 4711 IS 'the comment of a large object';
CREATE TABLE "odd ""schema""."."odd; -- ""table""" ("a.b" int DEFAULT 1);
COMMENT ON TABLE "odd ""schema""."."odd; -- ""table""" IS 'the comment of a table with an odd name';
