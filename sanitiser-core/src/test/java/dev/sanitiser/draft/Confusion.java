package dev.sanitiser.draft;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a draft's proposals agree with a classification by hand. */
record Confusion(String corpus, Map<Proposal, List<String>> personal, Map<Proposal, List<String>> others) {

    static Confusion of(String corpus, AllowListDraft draft) {
        return new Confusion(corpus, proposals(corpus, draft, true), proposals(corpus, draft, false));
    }

    private static Map<Proposal, List<String>> proposals(String corpus, AllowListDraft draft, boolean personal) {
        Map<Proposal, List<String>> columns = new EnumMap<>(Proposal.class);
        for (Proposal proposal : Proposal.values()) {
            columns.put(
                    proposal,
                    Classification.of(corpus).stream()
                            .filter(c -> c.personal() == personal && proposal(draft, c) == proposal)
                            .map(c -> c.table() + "." + c.column())
                            .toList());
        }
        return columns;
    }

    private static Proposal proposal(AllowListDraft draft, Classification column) {
        return draft.tables().stream()
                .filter(column::isOf)
                .flatMap(t -> t.column(column.column()).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the draft lacks " + column))
                .proposal();
    }

    /** One row of the table in docs/init.md. */
    String row() {
        return "| " + corpus + " | "
                + String.join(
                        " | ",
                        Stream.of(personal, others)
                                .flatMap(half -> half.values().stream())
                                .map(columns -> Integer.toString(columns.size()))
                                .toList())
                + " |";
    }
}
