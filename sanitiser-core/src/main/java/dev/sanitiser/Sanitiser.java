package dev.sanitiser;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogReader;
import dev.sanitiser.copy.ReadingRole;
import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.draft.DraftMaker;
import dev.sanitiser.draft.DraftOptions;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.PlanMaker;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.postgres.SqlFailures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/** Makes sanitised copies of PostgreSQL databases. */
public final class Sanitiser {

    private static final String LOCK_TIMEOUT = "5s";

    private Sanitiser() {}

    /**
     * Plans a dump without reading a row: the database is asked for its catalog, and for aggregates that prove the
     * plan. Nothing is written or locked.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN with every problem if allow list and database do
     *     not fit; of kind ENVIRONMENT if the database cannot be asked, or {@linkplain PlanOptions#readAs() the role
     *     that reads rows} may not read what the plan reads
     */
    public static SanitisationPlan plan(Source source, AllowList allowList, PlanOptions options) {
        return plan(source, allowList, options, PseudonymKey.random());
    }

    /**
     * Plans a dump that will be made with a given key; see {@link #plan(Source, AllowList, PlanOptions)}.
     *
     * @param key what pseudonyms are made with; the plan does not hold it
     */
    public static SanitisationPlan plan(Source source, AllowList allowList, PlanOptions options, PseudonymKey key) {
        try (Session session = Session.open(source, Duration.ZERO, new Cancellation())) {
            Catalog catalog = catalog(session);
            return ReadingRole.prove(PlanMaker.draft(catalog, allowList, options), catalog, key, session);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("read the catalog", e);
        }
    }

    /** Some of the catalog's functions wait for whoever has locked the relation that they measure. */
    private static Catalog catalog(Session session) {
        session.beginSnapshot();
        session.setLocal("lock_timeout", LOCK_TIMEOUT);
        return CatalogReader.read(session.database());
    }

    /** Plans a dump of the database that a data source leads to; see {@link #plan(Source, AllowList, PlanOptions)}. */
    public static SanitisationPlan plan(DataSource source, AllowList allowList, PlanOptions options) {
        return plan(Source.of(source), allowList, options);
    }

    /**
     * Drafts an allow list: a verdict with its reason for every column, and what of it could keep its real values. The
     * database is asked for its catalog, and for counts of what a sample of the rows looks like; no value leaves it,
     * and nothing is written. A table that cannot be read, or that somebody has locked, is judged by names and types.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN if the options name what does not exist, or leave
     *     no table; of kind ENVIRONMENT if the database cannot be asked
     */
    public static AllowListDraft draft(Source source, DraftOptions options) {
        try (Session session = Session.open(source, Duration.ZERO, new Cancellation())) {
            return DraftMaker.ofContent(catalog(session), options, session);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("read the catalog", e);
        }
    }

    /** Drafts an allow list for the database that a data source leads to; see {@link #draft(Source, DraftOptions)}. */
    public static AllowListDraft draft(DataSource source, DraftOptions options) {
        return draft(Source.of(source), options);
    }

    /**
     * Reads the structure of a database; needs no privilege but to connect, and writes and locks nothing.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT if the database cannot be asked
     */
    public static Catalog catalog(DataSource source) {
        return catalog(Source.of(source));
    }

    /** Reads the structure of a database; see {@link #catalog(DataSource)}. */
    public static Catalog catalog(Source source) {
        try (Session session = Session.open(source, Duration.ZERO, new Cancellation())) {
            return catalog(session);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("read the catalog", e);
        }
    }

    /**
     * Holds an allow list against the schema of a database, rows or none; needs no privilege but to connect, and writes
     * and locks nothing. What does not fit is the answer and not an exception; see {@link Drift#between} for what the
     * options mean.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT if the database cannot be asked
     */
    public static Drift drift(Source source, AllowList allowList, PlanOptions options) {
        return Drift.between(catalog(source), allowList, options);
    }

    /** Holds an allow list against a schema; see {@link #drift(Source, AllowList, PlanOptions)}. */
    public static Drift drift(DataSource source, AllowList allowList, PlanOptions options) {
        return Drift.between(catalog(source), allowList, options);
    }

    /**
     * Makes a dump. The source is locked in ACCESS SHARE mode while it is read, gets a scratch schema unless rows are
     * {@linkplain Strategy#STREAM streamed}, and is left as it was found, whatever happens. The target changes only
     * when a complete, verified archive takes its place.
     *
     * @param listener hears how it goes on
     * @return what was done
     * @throws dev.sanitiser.failure.SanitiserException of kind PLAN if allow list and database do not fit; of kind
     *     ENVIRONMENT if the database, pg_dump or the file system stands in the way; of kind VERIFICATION if the
     *     archive read back is not what was written; of kind INTERRUPTED after {@link DumpOptions#cancellation()}
     */
    public static DumpReport dump(
            Source source, AllowList allowList, DumpOptions options, DumpTarget target, DumpListener listener) {
        return new DumpRun(source, allowList, Optional.empty(), options, target, listener).run();
    }

    /**
     * Makes a dump by a plan that was made before; see {@link #dump(Source, AllowList, DumpOptions, DumpTarget,
     * DumpListener)}.
     *
     * @throws dev.sanitiser.failure.SanitiserException also of kind PLAN if the database has changed since in a way
     *     that changes the plan
     */
    public static DumpReport dump(
            Source source, SanitisationPlan plan, DumpOptions options, DumpTarget target, DumpListener listener) {
        return new DumpRun(
                        source, plan.allowList(), Optional.of(plan), options.withPlan(plan.options()), target, listener)
                .run();
    }

    /** This library's version, such as {@code 0.1.0}. */
    public static String version() {
        try (InputStream version = Sanitiser.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(version).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
