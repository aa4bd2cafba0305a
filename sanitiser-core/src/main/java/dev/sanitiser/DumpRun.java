package dev.sanitiser;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.archive.Archive;
import dev.sanitiser.archive.ArchiveCheck;
import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import dev.sanitiser.archive.TableDataSize;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.copy.AssembledArchive;
import dev.sanitiser.copy.CopyContext;
import dev.sanitiser.copy.Preflight;
import dev.sanitiser.copy.RowCopy;
import dev.sanitiser.copy.ScratchCopy;
import dev.sanitiser.copy.SnapshotLeader;
import dev.sanitiser.copy.SnapshotPlan;
import dev.sanitiser.copy.SourceGuard;
import dev.sanitiser.copy.StreamCopy;
import dev.sanitiser.copy.StructureDump;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.structure.CopyMarks;
import dev.sanitiser.structure.FilteredStructure;
import dev.sanitiser.structure.InheritedConstraints;
import dev.sanitiser.structure.LiteralScan;
import dev.sanitiser.structure.MarkText;
import dev.sanitiser.structure.StructureFilter;
import dev.sanitiser.structure.StructureOptions;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One dump, from connecting to publishing; each resource is let go in every ending. */
final class DumpRun {

    private final Source source;
    private final AllowList allowList;
    private final Optional<SanitisationPlan> expectedPlan;
    private final DumpOptions options;
    private final DumpTarget target;
    private final SerialListener listener;
    private final StepClock clock;
    private final Cancellation callersCancellation;

    /** The run's own: what ends this run does not end the next one with the same options. */
    private final Cancellation cancellation = new Cancellation();

    DumpRun(
            Source source,
            AllowList allowList,
            Optional<SanitisationPlan> expectedPlan,
            DumpOptions options,
            DumpTarget target,
            DumpListener listener) {
        this.source = source;
        this.allowList = allowList;
        this.expectedPlan = expectedPlan;
        this.options = options.withCancellation(cancellation);
        this.callersCancellation = options.cancellation();
        this.target = target;
        this.listener = new SerialListener(listener);
        this.clock = new StepClock(this.listener);
    }

    DumpReport run() {
        try (Cancellation.Registration registration = callersCancellation.passOnTo(cancellation);
                Deadline deadline = new Deadline(options.maxDuration(), cancellation)) {
            try {
                return prepare();
            } catch (RuntimeException e) {
                throw deadline.explain(asInterruption(e));
            }
        }
    }

    /** What a cancelled run stumbled over is a consequence and not worth a report. */
    private RuntimeException asInterruption(RuntimeException failure) {
        try {
            cancellation.throwIfCancelled();
            return failure;
        } catch (SanitiserException interruption) {
            for (Throwable suppressed : failure.getSuppressed()) {
                interruption.addSuppressed(suppressed);
            }
            return interruption;
        }
    }

    private Session open(Cancellation until) {
        return Session.open(source, options.statementTimeout(), options.lockTimeout(), until);
    }

    /** Scratch tables are filled by the role that owns them. */
    private void refuseToReadAsForScratch() {
        if (options.strategy() == Strategy.SCRATCH && options.plan().readAs().isPresent()) {
            throw new SanitiserException(
                    FailureKind.USAGE,
                    "--read-as goes with --strategy stream only: the statements that fill the scratch schema read and"
                            + " write at once, and the role that reads rows may not write.");
        }
    }

    private DumpReport prepare() {
        refuseToReadAsForScratch();
        options.compression().requireLibrary();
        clock.begin(DumpStep.PREPARE);
        ClientProgram pgDump = ClientProgram.find(options.pgDump(), cancellation);
        try (Staging staging = Staging.of(target, options);
                Session scout = open(cancellation)) {
            Tools tools = new Tools(pgDump, Preflight.checkServer(scout, pgDump));
            return options.strategy() == Strategy.STREAM
                    ? plan(tools, staging, scout)
                    : planWithScratch(tools, staging, scout);
        }
    }

    /** Only one run at a time may write to a source, so whatever is found there is left over. */
    private DumpReport planWithScratch(Tools tools, Staging staging, Session scout) {
        Preflight.checkScratch(scout, name -> options.eventTriggers() == DumpOptions.EventTriggers.LET_FIRE);
        try (SourceGuard guard = SourceGuard.take(open(cancellation))) {
            ScratchCopy.dropLeftovers(scout);
            return plan(tools, staging, scout);
        }
    }

    private record Tools(ClientProgram pgDump, String serverVersion) {}

    private DumpReport plan(Tools tools, Staging staging, Session scout) {
        clock.begin(DumpStep.PLAN);
        try (SnapshotLeader leader = new SnapshotLeader(open(cancellation))) {
            SnapshotPlan plan =
                    SnapshotPlan.make(leader, scout, allowList, options.plan(), options.key(), options.lockTimeout());
            expectedPlan.ifPresent(expected -> refuseChange(expected, plan.plan()));
            if (options.strategy() == Strategy.STREAM) {
                Preflight.checkStream(leader.session(), plan.copiedRelations());
            }
            listener.planned(plan.plan());
            clock.begin(DumpStep.STRUCTURE);
            Structure structure = structure(tools, plan);
            Copied copied = copy(plan, structure, staging, leader);
            return finish(tools, staging, plan, structure, copied);
        }
    }

    private static void refuseChange(SanitisationPlan expected, SanitisationPlan actual) {
        if (!expected.agreesWith(actual)) {
            throw new SanitiserException(
                    FailureKind.PLAN,
                    "The database has changed since the plan was made. Make a new plan, review it, and run again.");
        }
    }

    /** What travels of the structure, marked as a copy. */
    private record Structure(ArchiveHeader header, List<ArchiveEntry> entries, List<String> leftOut) {}

    private Structure structure(Tools tools, SnapshotPlan plan) {
        Archive dumped = StructureDump.read(
                tools.pgDump(), source.settings(), plan.snapshot(), options.lockTimeout(), cancellation);
        FilteredStructure filtered = StructureFilter.apply(dumped.entries(), structureOptions(plan.catalog()));
        LiteralScan.refuseFindings(
                filtered.entries(), Set.copyOf(allowList.options().acceptedLiterals()));
        MarkText mark = new MarkText(
                options.label(),
                clock.startedAt().truncatedTo(ChronoUnit.SECONDS),
                Sanitiser.version(),
                allowList.sha256());
        return new Structure(
                dumped.header(),
                CopyMarks.addTo(InheritedConstraints.withoutDrops(filtered.entries()), mark),
                filtered.leftOut());
    }

    private StructureOptions structureOptions(Catalog catalog) {
        return StructureOptions.defaults()
                .withComments(
                        options.comments() == DumpOptions.Comments.KEEP
                                ? StructureOptions.Comments.KEEP
                                : StructureOptions.Comments.DROP)
                .withSchemas(options.plan().schemas())
                .withExcludedTables(excludedWithPartitions(catalog));
    }

    /** What is excluded takes the partitions below it along. */
    private Set<QualifiedName> excludedWithPartitions(Catalog catalog) {
        CatalogIndex index = new CatalogIndex(catalog);
        Set<QualifiedName> excluded = options.plan().excludedTables();
        return catalog.relations().stream()
                .filter(r -> index.lineage(r).stream().anyMatch(l -> excluded.contains(l.name())))
                .map(Relation::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The archive as it was meant to be, for the check. */
    private record Copied(ArchiveHeader header, AssembledArchive archive, Map<Long, Long> rowCounts) {}

    private Copied copy(SnapshotPlan plan, Structure structure, Staging staging, SnapshotLeader leader) {
        clock.begin(DumpStep.FILL);
        try (RowCopy rows = rowCopy(plan, leader)) {
            rows.prepare();
            clock.begin(DumpStep.WRITE);
            AssembledArchive archive = rows.assemble(structure.entries());
            Compression compression = staging.compression(options.compression());
            ArchiveHeader header = new ArchiveHeader(
                    "sanitised",
                    structure.header().serverVersion(),
                    structure.header().pgDumpVersion(),
                    clock.startedAt(),
                    compression.method());
            try (CompressionPool pool = new CompressionPool(options.jobs());
                    ArchiveWriter writer = staging.writer(header, archive.entries(), compression, pool)) {
                Map<Long, Long> rowCounts = rows.write(archive, writer);
                writer.finish();
                return new Copied(header, archive, rowCounts);
            }
        }
    }

    private RowCopy rowCopy(SnapshotPlan plan, SnapshotLeader leader) {
        CopyContext context = new CopyContext(
                plan, leader, options.key(), options.jobs(), options.maxRate(), cancellation, this::open, listener);
        return options.strategy() == Strategy.STREAM ? new StreamCopy(context) : ScratchCopy.begin(context);
    }

    private DumpReport finish(Tools tools, Staging staging, SnapshotPlan plan, Structure structure, Copied copied) {
        clock.begin(DumpStep.VERIFY);
        List<DumpReport.Table> tables = verify(staging, plan, copied);
        cancellation.throwIfCancelled();
        clock.begin(DumpStep.PUBLISH);
        long sizeInBytes = staging.publish();
        clock.end();
        return new DumpReport(
                plan.plan(),
                options.strategy(),
                staging.compression(options.compression()),
                clock.startedAt(),
                plan.snapshotAt(),
                clock.total(),
                clock.durations(),
                tools.serverVersion(),
                tools.pgDump().version(),
                tables,
                structure.leftOut(),
                sizeInBytes);
    }

    private List<DumpReport.Table> verify(Staging staging, SnapshotPlan plan, Copied copied) {
        Map<Integer, TableDataSize> sizes = ArchiveCheck.check(
                staging.archive(), copied.header(), copied.archive().entries(), options.jobs());
        return plan.plan().copiedTables().stream()
                .map(t -> verified(t, sizes, copied))
                .toList();
    }

    private static DumpReport.Table verified(TablePlan table, Map<Integer, TableDataSize> sizes, Copied copied) {
        TableDataSize size = Optional.ofNullable(sizes.get(copied.archive().dumpId(table.oid())))
                .orElseThrow(() -> missing(table));
        long expected = copied.rowCounts().getOrDefault(table.oid(), -1L);
        if (size.rowCount() != expected) {
            throw new SanitiserException(
                    FailureKind.VERIFICATION,
                    "The finished archive holds " + size.rowCount() + " rows of " + table.name() + ", but " + expected
                            + " were copied. Nothing was published; check the disk and run again.");
        }
        return new DumpReport.Table(table.name(), size.rowCount(), size.sizeInBytes());
    }

    private static SanitiserException missing(TablePlan table) {
        return new SanitiserException(
                FailureKind.VERIFICATION,
                "The finished archive holds no rows of " + table.name()
                        + ". Nothing was published; check the disk and run again.");
    }
}
