package dev.sanitiser.testkit.postgres;

import java.util.List;
import javax.sql.DataSource;

/**
 * What makes a schema of an empty database: Flyway, Liquibase, a script, or rows for the tests.
 *
 * <p>Equal migrations run once for each server and JVM; all further databases are copies of the first. A lambda equals
 * itself only, so keep it in a constant; a record equals by its components.
 */
@FunctionalInterface
public interface Migrations {

    /**
     * Migrates one database.
     *
     * @param dataSource of the empty database, or of one that migrations before this one have been through; gives a new
     *     connection at each call, which must be closed
     * @throws Exception of any kind; its message ends up in the failing tests
     */
    void migrate(DataSource dataSource) throws Exception;

    /** Leaves the database empty. */
    static Migrations none() {
        return Sequence.NONE;
    }

    /** One after another. */
    static Migrations of(List<Migrations> steps) {
        return new Sequence(steps);
    }

    /** These, and then others. */
    default Migrations andThen(Migrations next) {
        return new Sequence(List.of(this, next));
    }

    /** See {@link #of}. */
    record Sequence(List<Migrations> steps) implements Migrations {
        private static final Migrations NONE = new Sequence(List.of());

        public Sequence {
            steps = List.copyOf(steps);
        }

        @Override
        public void migrate(DataSource dataSource) throws Exception {
            for (Migrations step : steps) {
                step.migrate(dataSource);
            }
        }
    }
}
