package dev.sanitiser.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * PostgreSQL's internal types. Those that name an object of the database have one value only, which exists in every
 * database: a name that the copy does not know would stop the restore.
 */
final class SystemSeries {

    private static final long LARGEST_32_BITS = 0xFFFF_FFFFL;
    private static final long PLAUSIBLE = 10_000;

    private static final Map<String, String> OBJECTS = Map.ofEntries(
            Map.entry("regclass", "pg_catalog.pg_class"),
            Map.entry("regcollation", "pg_catalog.\"C\""),
            Map.entry("regconfig", "pg_catalog.simple"),
            Map.entry("regdatabase", "-"),
            Map.entry("regdictionary", "pg_catalog.simple"),
            Map.entry("regnamespace", "pg_catalog"),
            Map.entry("regoper", "pg_catalog.||/"),
            Map.entry("regoperator", "pg_catalog.+(integer,integer)"),
            Map.entry("regproc", "pg_catalog.int4in"),
            Map.entry("regprocedure", "pg_catalog.int4in(cstring)"),
            Map.entry("regrole", "pg_monitor"),
            Map.entry("regtype", "pg_catalog.int4"),
            Map.entry("aclitem", "pg_monitor=r/pg_monitor"));

    private SystemSeries() {}

    static Map<String, BaseSeries> byType() {
        Map<String, BaseSeries> series = new HashMap<>();
        OBJECTS.forEach((type, object) -> series.put(type, BaseSeries.always(Series.constant(DSL.inline(object)))));
        series.put("oid", ascending(LARGEST_32_BITS, n -> n));
        series.put("xid", unordered(LARGEST_32_BITS, Sql::text));
        series.put("cid", unordered(LARGEST_32_BITS, Sql::text));
        series.put("xid8", ascending(Long.MAX_VALUE, Sql::text));
        series.put("tid", ascending(LARGEST_32_BITS - 1, n -> Sql.join("(", n, ",1)")));
        series.put("pg_lsn", ascending(Long.MAX_VALUE, SystemSeries::logPosition));
        series.put("pg_snapshot", unordered(Long.MAX_VALUE, n -> Sql.join(n, ":", n, ":")));
        series.put("txid_snapshot", unordered(Long.MAX_VALUE, n -> Sql.join(n, ":", n, ":")));
        series.put("int2vector", unordered(Short.MAX_VALUE, Sql::text));
        series.put("oidvector", ascending(LARGEST_32_BITS, Sql::text));
        return Map.copyOf(series);
    }

    private static BaseSeries ascending(long length, Function<Field<Long>, Field<?>> at) {
        return BaseSeries.always(Series.ascending(length, Math.min(length, PLAUSIBLE), at));
    }

    private static BaseSeries unordered(long length, Function<Field<Long>, Field<?>> at) {
        return BaseSeries.always(Series.unordered(length, Math.min(length, PLAUSIBLE), at));
    }

    private static Field<?> logPosition(Field<Long> number) {
        Field<Long> size = DSL.inline(LARGEST_32_BITS + 1);
        return Sql.join(
                Sql.call("to_hex", String.class, number.div(size)),
                "/",
                Sql.call("to_hex", String.class, number.mod(size)));
    }
}
