package dev.sanitiser.draft;

import dev.sanitiser.testing.Resources;
import java.util.List;

/** What the columns of the corpora hold, as a person saw it before there was a judge. */
record Classification(String corpus, String table, String column, String kind, boolean personal) {

    static List<Classification> of(String corpus) {
        return Resources.text(Classification.class, "classification.csv")
                .lines()
                .filter(line -> line.startsWith(corpus + ","))
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> new Classification(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4).equals("yes")))
                .toList();
    }

    boolean isOf(DraftTable draft) {
        return table.equals(draft.name().schema() + "." + draft.name().name());
    }
}
