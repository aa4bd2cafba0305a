package dev.sanitiser.testkit;

import dev.sanitiser.DumpListener;
import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpTarget;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testkit.postgres.PostgresServer;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A sanitised dump that a test makes of its database, and the copy that it is restored into.
 *
 * <p>Made with pg_dump and restored with pg_restore, as in production. The copy is a new database, on the source's own
 * server unless another one is given. Archive and copy go when the dump is closed, or else with the JVM. Safe for use
 * by many threads.
 */
public final class SanitisedDump implements AutoCloseable {

    private final DataSource source;
    private final AllowList allowList;
    private final DumpOptions options;
    private final Supplier<PostgresServer> copyServer;
    private final RestoredCopy copy = new RestoredCopy(this);
    private @Nullable DumpFile file;
    private @Nullable DumpReport report;
    private @Nullable Restoration restored;

    private SanitisedDump(
            DataSource source, AllowList allowList, DumpOptions options, Supplier<PostgresServer> copyServer) {
        this.source = source;
        this.allowList = allowList;
        this.options = options;
        this.copyServer = copyServer;
    }

    /**
     * Makes a dump with default options.
     *
     * @param source any data source that leads to PostgreSQL; see {@link Source#of(DataSource)}
     * @throws dev.sanitiser.failure.SanitiserException as {@link Sanitiser#dump} does: of kind PLAN if list and
     *     database do not fit; of kind ENVIRONMENT if database or programs stand in the way
     */
    public static SanitisedDump of(DataSource source, AllowList allowList) {
        return of(source, allowList, DumpOptions.defaults());
    }

    /** Makes a dump; see {@link #of(DataSource, AllowList)}. */
    public static SanitisedDump of(DataSource source, AllowList allowList, DumpOptions options) {
        return onDemand(source, allowList, options).make();
    }

    /**
     * Makes a dump whose copy is restored on a given server: for a source whose role may not create databases there.
     * The server should be of the source's major version; see {@link #of(DataSource, AllowList)}.
     */
    public static SanitisedDump of(
            DataSource source, AllowList allowList, DumpOptions options, PostgresServer copyServer) {
        return new SanitisedDump(source, allowList, options, () -> copyServer).make();
    }

    /** A dump that is made when it is first asked for something, of what the source holds then. */
    public static SanitisedDump onDemand(DataSource source, AllowList allowList, DumpOptions options) {
        return new SanitisedDump(source, allowList, options, () -> PostgresServer.of(source));
    }

    /** The database that the dump is made of. */
    public DataSource source() {
        return source;
    }

    DumpOptions options() {
        return options;
    }

    /** What was done. Makes the dump if need be; errors as {@link #of(DataSource, AllowList)}. */
    public synchronized DumpReport report() {
        if (report == null) {
            Programs.require(options);
            file = DumpFile.create();
            report = Sanitiser.dump(
                    Source.of(source), allowList, options, DumpTarget.file(file.path()), DumpListener.silent());
        }
        return report;
    }

    /** What was planned. Makes the dump if need be; errors as {@link #of(DataSource, AllowList)}. */
    public SanitisationPlan plan() {
        return report().plan();
    }

    /** A custom-format archive in the folder for temporary files; gone when the dump is closed. */
    public synchronized Path archive() {
        report();
        if (file == null) {
            throw new IllegalStateException("the dump is closed");
        }
        return file.path();
    }

    /** The copy, which is restored when it is first asked for something. */
    public RestoredCopy copy() {
        return copy;
    }

    synchronized Restoration restored() {
        if (restored == null) {
            Path archive = archive();
            TestDatabase database = copyServer.get().createDatabaseLike(source);
            restored = new Restoration(
                    database,
                    PgRestore.run(
                            options.pgRestore(),
                            archive,
                            Source.of(database.dataSource()).settings()));
        }
        return restored;
    }

    private SanitisedDump make() {
        try {
            report();
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Deletes the archive and drops the copy; what the report says remains. */
    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
        if (restored != null) {
            restored.database().close();
            restored = null;
        }
    }
}
