package dev.sanitiser.review;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowListOptions;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.review.Review.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Where a plan comes from: its list, its options, what made it. */
final class PlanFacts {

    private PlanFacts() {}

    static List<Fact> of(SanitisationPlan plan) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Sanitiser", Sanitiser.version()));
        facts.add(new Fact("Allow list", plan.allowList().source()));
        facts.add(new Fact("SHA-256 of the allow list", plan.allowListSha256()));
        facts.addAll(options(plan.allowList().options(), plan.options()));
        plan.options().readAs().ifPresent(role -> facts.add(new Fact("Rows are read as", role)));
        return facts;
    }

    private static List<Fact> options(AllowListOptions list, PlanOptions plan) {
        return List.of(
                new Fact("Tables not listed", unlisted(list.unlisted())),
                new Fact("Columns not listed", unclassified(plan.unclassifiedColumns())),
                new Fact("Schemas", names(plan.schemas(), "all")),
                new Fact("Tables left out", names(plan.excludedTables(), "none")),
                new Fact("Fakes look like", language(list.locale())));
    }

    private static String unlisted(AllowListOptions.Unlisted unlisted) {
        return switch (unlisted) {
            case STRUCTURE -> "structure only, no rows";
            case FAKE -> "all rows, every column faked";
            case ERROR -> "refused";
        };
    }

    private static String unclassified(UnclassifiedColumns columns) {
        return switch (columns) {
            case FAKE -> "faked";
            case ERROR -> "refused (strict)";
        };
    }

    private static List<String> names(Collection<?> names, String none) {
        return names.isEmpty()
                ? List.of(none)
                : names.stream().map(Object::toString).sorted().toList();
    }

    private static String language(Locale locale) {
        return locale.getDisplayName(Locale.ENGLISH) + " (" + locale.toLanguageTag() + ")";
    }
}
