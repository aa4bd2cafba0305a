package dev.sanitiser.copy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogReader;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanMaker;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/**
 * A plan that fits its snapshot: what it reads was locked before the snapshot was taken.
 *
 * @param snapshot its name, good while the leader's transaction is open
 * @param snapshotAt when it was exported, by this machine's clock
 */
public record SnapshotPlan(SanitisationPlan plan, Catalog catalog, String snapshot, Instant snapshotAt) {

    private static final int ATTEMPTS = SnapshotLeader.ATTEMPTS;

    /**
     * Finds out what to lock, locks it, exports the snapshot, and plans again by what the snapshot shows. A table that
     * appears in between is not locked, so all begins anew.
     *
     * @param leader holds locks and snapshot afterwards
     * @param scout reads the catalog beforehand
     * @param lockTimeout how long each attempt to read or to lock may wait for other sessions
     */
    public static SnapshotPlan make(
            SnapshotLeader leader, Session scout, AllowList allowList, PlanOptions options, Duration lockTimeout) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<QualifiedName> locked = tablesToLock(leader, scout, allowList, options, lockTimeout);
            String snapshot = leader.lockAndExport(locked, lockTimeout);
            Instant snapshotAt = Instant.now();
            Optional<Catalog> catalog = read(leader.session(), lockTimeout)
                    .filter(c -> locked.containsAll(names(PlanMaker.resolve(c, allowList, options))));
            if (catalog.isPresent()) {
                SanitisationPlan plan = PlanMaker.prove(catalog.get(), allowList, options, leader.session());
                return new SnapshotPlan(plan, catalog.get(), snapshot, snapshotAt);
            }
        }
        throw new SanitiserException(
                FailureKind.ENVIRONMENT,
                "The schema kept changing while its tables were being locked (" + ATTEMPTS
                        + " attempts). Run again when no migration is under way.");
    }

    private static List<QualifiedName> tablesToLock(
            SnapshotLeader leader, Session scout, AllowList allowList, PlanOptions options, Duration lockTimeout) {
        try {
            Catalog catalog = scouted(leader, scout, lockTimeout);
            List<QualifiedName> tables = names(PlanMaker.resolve(catalog, allowList, options));
            Preflight.checkReading(scout, catalog, options::selects);
            return tables;
        } finally {
            scout.rollback();
        }
    }

    private static Catalog scouted(SnapshotLeader leader, Session scout, Duration lockTimeout) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            scout.rollback();
            scout.begin();
            Optional<Catalog> catalog = read(scout, lockTimeout);
            if (catalog.isPresent()) {
                return catalog.get();
            }
        }
        throw leader.notInTime(table -> true, lockTimeout);
    }

    private static List<QualifiedName> names(SanitisationPlan plan) {
        return plan.copiedTables().stream().map(TablePlan::name).toList();
    }

    /**
     * Reads the catalog. The functions that measure relations wait for whoever has locked one.
     *
     * @return empty if they waited too long; the transaction is of no more use then
     */
    private static Optional<Catalog> read(Session session, Duration lockTimeout) {
        try {
            session.setLocal("lock_timeout", Long.toString(Math.max(1, lockTimeout.toMillis())));
            return Optional.of(CatalogReader.read(session.database()));
        } catch (DataAccessException e) {
            if (SqlFailures.sqlState(e)
                    .filter(SqlFailures.LOCK_NOT_AVAILABLE::equals)
                    .isPresent()) {
                return Optional.empty();
            }
            throw SqlFailures.environment("read the catalog", e);
        }
    }
}
