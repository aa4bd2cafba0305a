package dev.sanitiser.fake;

import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The types of PostgreSQL's contrib extensions and of PostGIS, known by their names in whatever schema they are. */
final class ExtensionSeries {

    private static final long LARGEST_OF_SIX_DIGITS = 999_999;

    private ExtensionSeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.ofEntries(
                Map.entry("citext", BaseSeries.always(TextSeries.ofLength(Integer.MAX_VALUE))),
                Map.entry("hstore", BaseSeries.always(DocumentSeries.numbered(ExtensionSeries::hstore))),
                Map.entry("ltree", BaseSeries.always(DocumentSeries.numbered(ExtensionSeries::path))),
                Map.entry("lquery", BaseSeries.always(DocumentSeries.numbered(ExtensionSeries::path))),
                Map.entry("ltxtquery", BaseSeries.always(DocumentSeries.numbered(ExtensionSeries::wordAndNumber))),
                Map.entry(
                        "query_int",
                        BaseSeries.always(Series.unordered(
                                Integer.MAX_VALUE - 1, 1_000, n -> Sql.join(n, "|", n.plus(DSL.inline(1L)))))),
                Map.entry("cube", BaseSeries.always(Series.unordered(1L << 53, 1_000, n -> Sql.join("(", n, ", 1)")))),
                Map.entry("seg", BaseSeries.always(Series.ascending(LARGEST_OF_SIX_DIGITS, 1_000, Sql::text))),
                Map.entry("ean13", productNumbers("2", 11)),
                Map.entry("isbn13", productNumbers("978", 9)),
                Map.entry("isbn", productNumbers("978", 9)),
                Map.entry("ismn13", productNumbers("9790", 8)),
                Map.entry("ismn", productNumbers("9790", 8)),
                Map.entry("issn13", serialNumbers()),
                Map.entry("issn", serialNumbers()),
                Map.entry("upc", productNumbers("0", 11)),
                Map.entry("geometry", PostgisSeries::of),
                Map.entry("geography", PostgisSeries::of));
    }

    private static Field<String> hstore(Lane lane) {
        return Sql.join("id=>", lane.ordinal(), ", name=>", DocumentSeries.word(lane));
    }

    private static Field<String> path(Lane lane) {
        return Sql.join(DocumentSeries.word(lane), ".", wordAndNumber(lane.branch(0)));
    }

    private static Field<String> wordAndNumber(Lane lane) {
        return Sql.join(DocumentSeries.word(lane), lane.ordinal());
    }

    private static BaseSeries productNumbers(String prefix, int digits) {
        return numbers(prefix, digits, "");
    }

    /** ISSNs, as article numbers without a variant. */
    private static BaseSeries serialNumbers() {
        return numbers("977", 7, "00");
    }

    /** The extension isn computes the check digit that a question mark stands for. */
    private static BaseSeries numbers(String prefix, int digits, String suffix) {
        long count = (long) Math.pow(10, digits) - 1;
        return BaseSeries.always(
                Series.ascending(count, count, n -> Sql.join(prefix, padded(n, digits), suffix + "?")));
    }

    private static Field<String> padded(Field<Long> number, int digits) {
        return Sql.call(
                "lpad",
                String.class,
                Sql.text(number),
                DSL.inline(digits),
                DSL.inline("0").cast(SQLDataType.CLOB));
    }
}
