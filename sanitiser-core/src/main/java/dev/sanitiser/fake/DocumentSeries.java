package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;

/** JSON, XML and text search: the smallest documents that show something. */
final class DocumentSeries {

    private static final long PLAUSIBLE = 1_000;
    private static final int POOL = 256;

    private static final List<String> DOCUMENTS = documents();

    private DocumentSeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.of(
                "json", BaseSeries.always(json(lane -> lane.pick(DOCUMENTS))),
                "jsonb", BaseSeries.always(json(lane -> Sql.document(DOCUMENTS, lane.below(POOL)))),
                "jsonpath", BaseSeries.always(numbered(lane -> Sql.join("$.", word(lane), lane.ordinal()))),
                "xml", BaseSeries.always(numbered(DocumentSeries::xml)),
                "tsvector", BaseSeries.always(numbered(DocumentSeries::lexemes)),
                "tsquery",
                        BaseSeries.always(numbered(lane -> Sql.join(word(lane), " & ", word(lane), lane.ordinal()))));
    }

    /** Documents of which each holds its number. */
    static Series numbered(Function<Lane, Field<?>> document) {
        return new Series(Series.ENDLESS, false, document, lane -> document.apply(lane.at(lane.between(1, PLAUSIBLE))));
    }

    static Field<String> word(Lane lane) {
        return lane.pick(Words.SINGLE);
    }

    /** Unique ones are put together; for others a pool costs a tenth of parsing a text for each row. */
    private static Series json(Function<Lane, Field<?>> plausible) {
        return new Series(Series.ENDLESS, false, DocumentSeries::json, plausible);
    }

    private static List<String> documents() {
        List<String> documents = new ArrayList<>();
        for (int i = 1; i <= POOL; i++) {
            documents.add(
                    "{\"id\": %d, \"name\": \"%s\"}".formatted(i, Words.SINGLE.get(i * 37 % Words.SINGLE.size())));
        }
        return List.copyOf(documents);
    }

    private static Field<String> json(Lane lane) {
        return Sql.join("{\"id\": ", lane.ordinal(), ", \"name\": \"", word(lane), "\"}");
    }

    private static Field<String> xml(Lane lane) {
        return Sql.join("<item id=\"", lane.ordinal(), "\">", word(lane), "</item>");
    }

    private static Field<String> lexemes(Lane lane) {
        return Sql.join(word(lane), ":1 ", word(lane.branch(0)), lane.ordinal(), ":2");
    }
}
