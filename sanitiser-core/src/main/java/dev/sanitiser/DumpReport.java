package dev.sanitiser;

import dev.sanitiser.archive.Compression;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.SanitisationPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a finished dump did; it holds names and counts, never a value.
 *
 * @param strategy how rows got from the source to the archive
 * @param compression of the archive; none for a script
 * @param startedAt when the run began
 * @param snapshotAt when the snapshot was exported: the moment the copy shows
 * @param steps the time each step took
 * @param structureLeftOut entries of the structure that did not travel, each as {@code KIND name}, in archive order
 * @param sizeInBytes of the published file, or of all files of the directory
 */
public record DumpReport(
        SanitisationPlan plan,
        Strategy strategy,
        Compression compression,
        Instant startedAt,
        Instant snapshotAt,
        Duration duration,
        Map<DumpStep, Duration> steps,
        String serverVersion,
        String pgDumpVersion,
        List<Table> tables,
        List<String> structureLeftOut,
        long sizeInBytes) {
    public DumpReport {
        steps = Map.copyOf(steps);
        tables = List.copyOf(tables);
        structureLeftOut = List.copyOf(structureLeftOut);
    }

    /**
     * One table's share.
     *
     * @param rowCount rows in the archive, counted when it was read back
     * @param sizeInBytes of the rows as COPY text
     */
    public record Table(QualifiedName name, long rowCount, long sizeInBytes) {}
}
