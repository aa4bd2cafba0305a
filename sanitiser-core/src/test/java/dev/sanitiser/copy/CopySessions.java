package dev.sanitiser.copy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.time.Duration;

/** Sessions as a run opens them. */
final class CopySessions {

    private CopySessions() {}

    static Session open(TestDatabase database) {
        return open(database, new Cancellation());
    }

    static Session open(TestDatabase database, Cancellation cancellation) {
        return Session.open(Source.of(database.dataSource()), Duration.ZERO, cancellation);
    }
}
