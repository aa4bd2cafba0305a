package dev.sanitiser.archive;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encodes header and table of contents in format version 1.14, which {@code pg_restore} 12 and all later ones read, or
 * 1.15 where the compression is one that 1.14 has no word for.
 *
 * <p>The size of the result does not depend on the values of the positions.
 */
final class TocWriter {

    static final int POSITION_NOT_SET = 1;
    static final int POSITION_SET = 2;
    static final int NO_DATA = 3;

    private static final byte[] MAGIC_AND_MAJOR_VERSION = {'P', 'G', 'D', 'M', 'P', 1};
    private static final byte[] REVISION_AND_SIZES = {0, 4, 8};
    private static final int MINOR_VERSION = 14;
    private static final int MINOR_VERSION_WITH_ALGORITHM = 15;

    private final FormatOutput out = new FormatOutput();
    private final ArchiveFormat format;

    private TocWriter(ArchiveFormat format) {
        this.format = format;
    }

    /** @param locations by dump id; an entry with data that has none yet gets a placeholder of the same size */
    static byte[] encode(
            ArchiveFormat format,
            ArchiveHeader header,
            List<ArchiveEntry> entries,
            Map<Integer, DataLocation> locations) {
        TocWriter writer = new TocWriter(format);
        writer.putHeader(header);
        writer.out.putInt(entries.size());
        for (ArchiveEntry entry : entries) {
            writer.putEntry(entry);
            writer.putLocation(entry, locations.getOrDefault(entry.dumpId(), new DataLocation.Unknown()));
        }
        return writer.out.toByteArray();
    }

    private void putHeader(ArchiveHeader header) {
        out.putBytes(MAGIC_AND_MAJOR_VERSION);
        switch (header.compression()) {
            case NONE -> putVersionAndFormat(MINOR_VERSION).putInt(0);
            // -1 is zlib's default level; readers ask only whether it is zero.
            case GZIP -> putVersionAndFormat(MINOR_VERSION).putInt(-1);
            case LZ4, ZSTD ->
                putVersionAndFormat(MINOR_VERSION_WITH_ALGORITHM)
                        .putByte(header.compression().code());
        }
        OffsetDateTime time = header.createdAt().atOffset(ZoneOffset.UTC);
        out.putInt(time.getSecond()).putInt(time.getMinute()).putInt(time.getHour());
        out.putInt(time.getDayOfMonth()).putInt(time.getMonthValue() - 1).putInt(time.getYear() - 1900);
        out.putFlag(false);
        out.putText(header.database()).putText(header.serverVersion()).putText(header.pgDumpVersion());
    }

    private FormatOutput putVersionAndFormat(int minorVersion) {
        return out.putByte(minorVersion).putBytes(REVISION_AND_SIZES).putByte(format.code());
    }

    private void putEntry(ArchiveEntry entry) {
        out.putInt(entry.dumpId()).putFlag(entry.hasData());
        out.putDecimal(entry.catalogTableOid()).putDecimal(entry.catalogOid());
        out.putText(entry.tag()).putText(entry.description());
        out.putInt(entry.section().code());
        out.putText(entry.definition()).putText(entry.dropStatement()).putText(entry.copyStatement());
        out.putText(entry.schema()).putText(entry.tablespace()).putText(entry.tableAccessMethod());
        out.putText(entry.owner());
        out.putText("false");
        entry.dependencies().forEach(out::putDecimal);
        out.putText(Optional.empty());
    }

    private void putLocation(ArchiveEntry entry, DataLocation location) {
        if (format == ArchiveFormat.DIRECTORY) {
            out.putText(entry.hasData() ? ArchiveFormat.dataFile(entry.dumpId()) : "");
        } else if (!entry.hasData()) {
            out.putByte(NO_DATA).putPosition(0);
        } else {
            long position = location.match(new DataLocation.Cases<>(DataLocation.Block::position, f -> 0L, u -> 0L));
            out.putByte(position == 0 ? POSITION_NOT_SET : POSITION_SET).putPosition(position);
        }
    }
}
