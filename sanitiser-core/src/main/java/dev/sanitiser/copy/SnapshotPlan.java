package dev.sanitiser.copy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.CatalogReader;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.DraftedPlan;
import dev.sanitiser.plan.PlanMaker;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/**
 * A plan that fits its snapshot: what it reads was locked before the snapshot was taken.
 *
 * @param snapshot its name, good while the leader's transaction is open
 * @param snapshotAt when it was exported, by this machine's clock
 */
public record SnapshotPlan(SanitisationPlan plan, Catalog catalog, String snapshot, Instant snapshotAt) {

    private static final int ATTEMPTS = 3;

    /**
     * Finds out what to lock, locks it, exports the snapshot, and plans again if the snapshot shows another structure.
     * A table that appears in between is not locked, so all begins anew.
     *
     * @param leader holds locks and snapshot afterwards, and acts as the role that reads rows
     * @param scout reads the catalog beforehand
     * @param key that rows will be copied with
     */
    public static SnapshotPlan make(
            SnapshotLeader leader,
            Session scout,
            AllowList allowList,
            PlanOptions options,
            PseudonymKey key,
            Duration lockTimeout) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            leader.release();
            DraftedPlan before = draft(scout, allowList, options, lockTimeout);
            List<QualifiedName> locked = names(before.plan());
            String snapshot = leader.lockAndExport(locked, lockTimeout);
            Instant snapshotAt = Instant.now();
            Catalog catalog = read(() -> CatalogReader.read(leader.session().database()));
            DraftedPlan draft = before.isOf(catalog) ? before : PlanMaker.draft(catalog, allowList, options);
            if (locked.containsAll(names(draft.plan()))) {
                SanitisationPlan plan = ReadingRole.prove(draft, catalog, key, leader.session());
                return new SnapshotPlan(plan, catalog, snapshot, snapshotAt);
            }
        }
        throw new SanitiserException(
                FailureKind.ENVIRONMENT,
                "The schema kept changing while its tables were being locked (" + ATTEMPTS
                        + " attempts). Run again when no migration is under way.");
    }

    /** The tables whose rows are copied, as the catalog shows them. */
    public List<Relation> copiedRelations() {
        CatalogIndex index = new CatalogIndex(catalog);
        return plan.copiedTables().stream().map(t -> index.relation(t.oid())).toList();
    }

    /** Reading the catalog waits for tables that a migration has locked: their sizes are asked for. */
    private static DraftedPlan draft(Session scout, AllowList allowList, PlanOptions options, Duration lockTimeout) {
        try {
            Catalog catalog = read(() -> new LockWaits(scout, lockTimeout)
                    .attempt(scout::beginReading, () -> CatalogReader.read(scout.database()), name -> true));
            DraftedPlan draft = PlanMaker.draft(catalog, allowList, options);
            Preflight.checkReading(scout, catalog, options);
            ReadingRole.check(draft.plan(), catalog, scout);
            return draft;
        } finally {
            scout.rollback();
        }
    }

    private static List<QualifiedName> names(SanitisationPlan plan) {
        return plan.copiedTables().stream().map(TablePlan::name).toList();
    }

    private static Catalog read(Supplier<Catalog> reading) {
        try {
            return reading.get();
        } catch (DataAccessException e) {
            throw SqlFailures.environment("read the catalog", e);
        }
    }
}
