package dev.sanitiser.review;

import dev.sanitiser.DumpReport;
import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.plan.SanitisationPlan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Optional;

/**
 * A page for reviewers: every table and column with what happens to it and why, to search and filter in a browser, to
 * print, to send. One HTML file that loads nothing and sends nothing; it holds names and counts, never a value of a
 * row.
 *
 * <p>The same plan or report gives the same page, byte for byte.
 */
public final class ReviewPage {

    private final Review review;
    private final String subject;
    private final Optional<Instant> madeAt;

    private ReviewPage(Review review, String subject, Optional<Instant> madeAt) {
        this.review = review;
        this.subject = subject;
        this.madeAt = madeAt;
    }

    /** A page about what a dump would do. */
    public static ReviewPage of(SanitisationPlan plan) {
        return of(PlanReview.of(plan));
    }

    /** A page about what a dump did. */
    public static ReviewPage of(DumpReport report) {
        return of(DumpReview.of(report));
    }

    /** A page about a draft of an allow list, for whoever decides on it. */
    public static ReviewPage of(AllowListDraft draft) {
        return of(DraftReview.of(draft));
    }

    private static ReviewPage of(Review review) {
        return new ReviewPage(review, "A PostgreSQL database", Optional.empty());
    }

    /**
     * The same page under another heading.
     *
     * @param subject what database it is about, in words for people; shown as it is, so without a password
     */
    public ReviewPage about(String subject) {
        return new ReviewPage(review, subject, madeAt);
    }

    /** The same page, which says when it was made. */
    public ReviewPage madeAt(Instant moment) {
        return new ReviewPage(review, subject, Optional.of(moment));
    }

    /**
     * Writes the page, piece by piece; it says of itself that it is in UTF-8.
     *
     * @param out not closed
     * @throws IOException as {@code out} throws it; what was written until then is no whole page
     */
    public void writeTo(Writer out) throws IOException {
        try {
            new PageWriter(new Markup(out)).write(review, subject, madeAt);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The whole page. */
    public String html() {
        StringWriter out = new StringWriter();
        new PageWriter(new Markup(out)).write(review, subject, madeAt);
        return out.toString();
    }
}
