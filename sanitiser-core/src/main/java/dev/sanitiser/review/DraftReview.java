package dev.sanitiser.review;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.draft.DraftColumn;
import dev.sanitiser.draft.DraftTable;
import dev.sanitiser.draft.Proposal;
import dev.sanitiser.draft.Verdict;
import dev.sanitiser.review.Review.Fact;
import dev.sanitiser.review.Review.Figure;
import dev.sanitiser.review.ReviewTable.Extent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a page says about a draft of an allow list. */
final class DraftReview {

    private DraftReview() {}

    static Review of(AllowListDraft draft) {
        return new Review(
                "Draft of an allow list",
                "Which columns could keep their real values, and why. A proposal, made from names, types and, where it was"
                        + " asked for, counts over a sample that PostgreSQL looked at by itself. Somebody who knows the"
                        + " data decides.",
                List.of(new Fact("Sanitiser", Sanitiser.version())),
                figures(draft),
                List.of(),
                "Verdict",
                draft.tables().stream().map(DraftReview::table).toList(),
                Optional.empty());
    }

    private static List<Figure> figures(AllowListDraft draft) {
        return List.of(
                new Figure(Amounts.count(draft.tables().size()), "tables"),
                figure(draft, c -> c.proposal() == Proposal.KEEP, "columns proposed as kept"),
                figure(draft, c -> c.verdict().isPersonal(), "columns that look personal"),
                figure(
                        draft,
                        c -> c.verdict().kind() == Verdict.Kind.UNDECIDED,
                        "columns of which nothing says that they are safe"));
    }

    private static Figure figure(AllowListDraft draft, Predicate<DraftColumn> condition, String meaning) {
        return new Figure(
                Amounts.count(draft.tables().stream()
                        .flatMap(t -> t.columns().stream())
                        .filter(condition)
                        .count()),
                meaning);
    }

    private static ReviewTable table(DraftTable table) {
        return new ReviewTable(
                table.name(),
                Optional.of(Extent.estimated(table.estimatedRowCount(), table.sizeInBytes())),
                account(table),
                table.columns().stream().map(DraftReview::column).toList());
    }

    private static String account(DraftTable table) {
        String columns = Amounts.of(table.columns().size(), "column");
        int kept = table.proposedAs(Proposal.KEEP).size();
        String listed = kept == 0
                ? "None of its " + columns + " is proposed as kept"
                : Amounts.count(kept) + " of its " + columns + " would be listed as kept";
        return listed + "."
                + table.contentNote()
                        .map(note -> " On its content: " + note + ".")
                        .orElse("");
    }

    private static ReviewColumn column(DraftColumn draft) {
        return new ReviewColumn(
                draft.column().name(),
                draft.column().type().formatted(),
                treatment(draft),
                draft.verdict().kind().label(),
                draft.verdict().reason(),
                Optional.empty());
    }

    private static Treatment treatment(DraftColumn draft) {
        if (draft.verdict().kind() == Verdict.Kind.COMPUTED) {
            return Treatment.COMPUTED;
        }
        return switch (draft.proposal()) {
            case KEEP -> Treatment.KEPT;
            case PSEUDONYM -> Treatment.PSEUDONYM;
            case FAKE -> Treatment.FAKED;
        };
    }
}
