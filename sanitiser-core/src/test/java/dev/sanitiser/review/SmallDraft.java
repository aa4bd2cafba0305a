package dev.sanitiser.review;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.draft.DraftColumn;
import dev.sanitiser.draft.DraftTable;
import dev.sanitiser.draft.Proposal;
import dev.sanitiser.draft.Verdict;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.List;
import java.util.Optional;

/** A draft made by hand, with a proposal of every kind. */
final class SmallDraft {

    private SmallDraft() {}

    static AllowListDraft draft() {
        return new AllowListDraft(List.of(
                new DraftTable(
                        new QualifiedName("public", "users"),
                        List.of(
                                column("id", "bigint", Kind.STRUCTURAL, "primary key", Proposal.KEEP),
                                column("agent_id", "bigint", Kind.STRUCTURAL, "refers to staff.id", Proposal.PSEUDONYM),
                                column(
                                        "email",
                                        "text",
                                        Kind.PERSONAL_BY_NAME,
                                        "its name speaks of contact details",
                                        Proposal.FAKE),
                                column("blob", "bytea", Kind.UNDECIDED, "nothing says that it is safe", Proposal.FAKE),
                                column("total", "numeric", Kind.COMPUTED, "generated column", Proposal.FAKE)),
                        12_345,
                        81_920,
                        Optional.empty()),
                new DraftTable(
                        new QualifiedName("public", "note"),
                        List.of(column("body", "text", Kind.PERSONAL_BY_TYPE, "free text", Proposal.FAKE)),
                        -1,
                        0,
                        Optional.of("it holds no rows"))));
    }

    private static DraftColumn column(String name, String type, Kind kind, String reason, Proposal proposal) {
        return new DraftColumn(SmallPlan.column(name, type), new Verdict(kind, reason), proposal);
    }
}
