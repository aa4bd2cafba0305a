-- 1,000 tables of 10 columns each, 1,500 CHECK constraints in all: one by a list of texts on every table, and one of six
-- kinds on every other. Each table but the first refers to the one before it.

DO $$
DECLARE
    conditions text[] := ARRAY[
        'CHECK (quantity >= 1 AND quantity <= 1000)',
        'CHECK (closed_at >= opened_at)',
        'CHECK (code ~ ''^[A-Z]{3}-[0-9]{4}$'')',
        'CHECK (price > 0 AND price < 100000)',
        'CHECK (char_length(name) >= 3)',
        'CHECK (state = ''draft'' OR quantity IS NOT NULL)'];
    own text;
    referenced text;
BEGIN
    FOR i IN 1..1000 LOOP
        own := 'record_' || to_char(i, 'FM0000');
        referenced := 'record_' || to_char(i - 1, 'FM0000');
        EXECUTE format('CREATE TABLE %I (
            id bigint PRIMARY KEY,
            previous_id bigint %s,
            name varchar(80) NOT NULL,
            email text UNIQUE,
            code text,
            state text NOT NULL CHECK (state IN (''draft'', ''open'', ''closed'')),
            quantity integer,
            price numeric(10,2),
            opened_at timestamptz,
            closed_at timestamptz %s)',
            own,
            CASE WHEN i > 1 THEN format('REFERENCES %I', referenced) END,
            CASE WHEN i % 2 = 0 THEN ', ' || conditions[1 + (i / 2) % 6] END);
        EXECUTE format('INSERT INTO %I
            SELECT n, %s, ''name '' || n, ''n'' || n || ''@mail.example'', ''ABC-'' || (1000 + n), ''open'', n, n,
                   timestamptz ''2024-01-01 00:00+00'' + n * interval ''1 day'',
                   timestamptz ''2024-02-01 00:00+00'' + n * interval ''1 day''
            FROM generate_series(1, 20) AS n', own, CASE WHEN i > 1 THEN 'n' ELSE 'NULL' END);
    END LOOP;
END
$$;
