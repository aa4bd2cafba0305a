package dev.sanitiser.plan;

import dev.sanitiser.catalog.DataType;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.fake.FakeRequest;
import dev.sanitiser.fake.Outcome;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jooq.Field;

/**
 * One way to fake a column.
 *
 * @param reason why it is tried, in words for a reviewer; never a value
 * @param fromConstraint whether it was read out of a constraint's expression
 * @param fake the fake for a request over an ordinal
 */
record Candidate(String reason, boolean fromConstraint, BiFunction<FakeRequest, Field<Long>, Outcome> fake) {

    /** The same for a domain over the type that this one is for. */
    Candidate castTo(DataType.Domain domain) {
        return new Candidate(
                reason,
                fromConstraint,
                (request, ordinal) -> map(
                        fake.apply(request.withType(domain.underlying()), ordinal), v -> TypeCasts.cast(v, domain)));
    }

    static Outcome map(Outcome outcome, UnaryOperator<Field<?>> change) {
        return outcome.match(
                fits -> Outcome.fits(new Fake(
                        fits.fake().generator(),
                        change.apply(fits.fake().value()),
                        fits.fake().distinctValues())),
                rejected -> rejected);
    }
}
