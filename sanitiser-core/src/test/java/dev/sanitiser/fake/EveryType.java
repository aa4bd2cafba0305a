package dev.sanitiser.fake;

import dev.sanitiser.testing.TestDatabase;

/** Makes tables with a column of every type that a server knows. */
public final class EveryType {

    /** Every contrib extension that has types, and one type of each kind that users make. */
    public static final String TYPES = """
            CREATE SCHEMA ext;
            CREATE EXTENSION btree_gist SCHEMA ext;
            CREATE EXTENSION citext SCHEMA ext;
            CREATE EXTENSION cube SCHEMA ext;
            CREATE EXTENSION hstore SCHEMA ext;
            CREATE EXTENSION intarray SCHEMA ext;
            CREATE EXTENSION isn SCHEMA ext;
            CREATE EXTENSION lo SCHEMA ext;
            CREATE EXTENSION ltree SCHEMA ext;
            CREATE EXTENSION pg_trgm SCHEMA ext;
            CREATE EXTENSION seg SCHEMA ext;
            CREATE EXTENSION tablefunc SCHEMA ext;

            CREATE SCHEMA "odd.schema"";";
            SET search_path = "odd.schema"";", public;
            CREATE TYPE "mood""; DROP" AS ENUM ('sad', 'it''s "so", so', '{\\}', '${x} ? {0} :a', E'tab\\t\\n', 'grün');
            CREATE TYPE pair AS (name varchar(3), amount numeric(6,2), "mood" "mood""; DROP");
            CREATE TYPE nested AS (pair pair, pairs pair[], at timestamp(0));
            CREATE TYPE nothing AS ();
            CREATE DOMAIN code AS varchar(3) NOT NULL CHECK (VALUE <> '');
            CREATE DOMAIN short_code AS code CHECK (length(VALUE) <= 3);
            CREATE DOMAIN codes AS code[];
            CREATE DOMAIN span AS int4range;
            CREATE TYPE float_range AS RANGE (subtype = float8);
            CREATE TYPE text_range AS RANGE (subtype = text);
            CREATE TYPE pair_range AS RANGE (subtype = pair);
            CREATE TYPE code_range AS RANGE (subtype = code);
            CREATE TYPE time_range AS RANGE (subtype = time);
            ALTER TYPE float_range RENAME TO "renamed range";
            CREATE TABLE public.row_type (id int, names text[], spare "mood""; DROP");
            """;

    /** A hash of all rows, each column by its text. */
    static final String DIGEST =
            "SELECT count(*), sum(pg_catalog.hashtextextended(t::text, 0)) FROM public.every_type AS t";

    private static final String COLUMNS = """
            SELECT 'c' || row_number() OVER (ORDER BY n.nspname, t.typname) || ' ' || format_type(t.oid, NULL)
            FROM pg_catalog.pg_type AS t
            JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
            LEFT JOIN pg_catalog.pg_type AS e ON e.oid = t.typelem AND t.typcategory = 'A'
            LEFT JOIN pg_catalog.pg_class AS c ON c.oid IN (t.typrelid, e.typrelid)
            WHERE t.typtype <> 'p' AND coalesce(e.typtype, '') <> 'p'
              AND n.nspname NOT IN ('information_schema', 'pg_toast')
              AND NOT (n.nspname = 'pg_catalog' AND c.oid IS NOT NULL)
            """;

    private EveryType() {}

    /** A CREATE TABLE statement. */
    public static String tableOf(TestDatabase database, String table) {
        return "CREATE TABLE " + table + " (" + String.join(", ", database.query(COLUMNS)) + ")";
    }
}
