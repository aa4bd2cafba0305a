package dev.sanitiser.testkit;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.postgres.SqlFailures;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Asks a database in a read-only transaction, with the settings that dumps are made with. */
final class Snapshots {

    private Snapshots() {}

    static <T> T ask(DataSource dataSource, Function<DSLContext, T> question) {
        try (Session session = Session.open(Source.of(dataSource), Duration.ZERO, new Cancellation())) {
            session.beginSnapshot();
            return question.apply(session.database());
        } catch (DataAccessException e) {
            throw SqlFailures.environment("compare the copy with its source", e);
        }
    }
}
