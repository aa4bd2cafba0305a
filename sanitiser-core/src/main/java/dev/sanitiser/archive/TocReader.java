package dev.sanitiser.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads header and table of contents, field by field in the format's order. */
final class TocReader {

    private static final byte[] MAGIC = "PGDMP".getBytes(StandardCharsets.US_ASCII);
    private static final int OLDEST_MINOR = 12;
    private static final int NEWEST_MINOR = 16;
    private static final int MINOR_WITH_ACCESS_METHOD = 14;
    private static final int MINOR_WITH_ALGORITHM = 15;
    private static final int MINOR_WITH_RELATION_KIND = 16;
    private static final int INT_SIZE = 4;
    private static final int OFFSET_SIZE = 8;

    private final FormatInput in;
    private final ArchiveFormat format;
    private int minorVersion;

    private TocReader(InputStream in, ArchiveFormat format) {
        this.in = new FormatInput(new BufferedInputStream(in));
        this.format = format;
    }

    /** @throws CorruptArchiveException for bytes that are no archive of this format and the known versions */
    static Archive read(InputStream in, ArchiveFormat format) throws IOException {
        return new TocReader(in, format).readArchive();
    }

    private Archive readArchive() throws IOException {
        readMagicAndVersion();
        readSizesAndFormat();
        ArchiveHeader header = readHeader();
        int count = in.readNonNegativeInt();
        List<ArchiveEntry> entries = new ArrayList<>();
        Map<Integer, DataLocation> locations = new HashMap<>();
        for (int i = 0; i < count; i++) {
            ArchiveEntry entry = readEntry();
            entries.add(entry);
            readLocation(entry.hasData()).ifPresent(location -> locations.put(entry.dumpId(), location));
        }
        checkIdsAreUnique(entries);
        return new Archive(header, entries, locations, in.position());
    }

    private void readMagicAndVersion() throws IOException {
        if (!Arrays.equals(in.readBytes(MAGIC.length), MAGIC)) {
            throw new CorruptArchiveException("it is not an archive made by pg_dump -Fc or -Fd");
        }
        int major = in.readByte();
        minorVersion = in.readByte();
        in.readByte();
        if (major != 1 || minorVersion < OLDEST_MINOR || minorVersion > NEWEST_MINOR) {
            throw new CorruptArchiveException("its format version is %d.%d; versions 1.%d to 1.%d are supported"
                    .formatted(major, minorVersion, OLDEST_MINOR, NEWEST_MINOR));
        }
    }

    private void readSizesAndFormat() throws IOException {
        if (in.readByte() != INT_SIZE || in.readByte() != OFFSET_SIZE) {
            throw new CorruptArchiveException("its numbers have an unknown size");
        }
        if (in.readByte() != format.code()) {
            throw new CorruptArchiveException(
                    "it is not in %s format".formatted(format == ArchiveFormat.CUSTOM ? "custom" : "directory"));
        }
    }

    private ArchiveHeader readHeader() throws IOException {
        Compression.Method compression = minorVersion >= MINOR_WITH_ALGORITHM ? readAlgorithm() : readLevel();
        Instant createdAt = readTime();
        return new ArchiveHeader(
                in.readRequiredText(), in.readRequiredText(), in.readRequiredText(), createdAt, compression);
    }

    private Compression.Method readAlgorithm() throws IOException {
        int code = in.readByte();
        return Arrays.stream(Compression.Method.values())
                .filter(m -> m.code() == code)
                .findFirst()
                .orElseThrow(() -> new CorruptArchiveException("its compression is unknown"));
    }

    private Compression.Method readLevel() throws IOException {
        return in.readInt() == 0 ? Compression.Method.NONE : Compression.Method.GZIP;
    }

    private Instant readTime() throws IOException {
        int second = in.readInt();
        int minute = in.readInt();
        int hour = in.readInt();
        int day = in.readInt();
        int month = in.readInt() + 1;
        int year = in.readNonNegativeInt() + 1900;
        in.readInt();
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new CorruptArchiveException("its time of creation is no time");
        }
    }

    private ArchiveEntry readEntry() throws IOException {
        int dumpId = in.readInt();
        if (dumpId < 1) {
            throw new CorruptArchiveException("an entry has a malformed id");
        }
        boolean hasData = in.readFlag();
        long catalogTableOid = in.readDecimal();
        long catalogOid = in.readDecimal();
        String tag = in.readRequiredText();
        String description = in.readRequiredText();
        Section section = readSection();
        Optional<String> definition = in.readText();
        Optional<String> dropStatement = in.readText();
        Optional<String> copyStatement = in.readText();
        Optional<String> schema = in.readText();
        Optional<String> tablespace = in.readText();
        Optional<String> accessMethod = minorVersion >= MINOR_WITH_ACCESS_METHOD ? in.readText() : Optional.empty();
        int relationKind = minorVersion >= MINOR_WITH_RELATION_KIND ? in.readNonNegativeInt() : 0;
        Optional<String> owner = in.readText();
        refuseOids();
        return new ArchiveEntry(
                dumpId,
                hasData,
                catalogTableOid,
                catalogOid,
                tag,
                description,
                section,
                definition,
                dropStatement,
                copyStatement,
                schema,
                tablespace,
                accessMethod,
                relationKind,
                owner,
                readDependencies());
    }

    private Section readSection() throws IOException {
        return Section.ofCode(in.readInt())
                .orElseThrow(() -> new CorruptArchiveException("an entry has an unknown section"));
    }

    private void refuseOids() throws IOException {
        if (!in.readRequiredText().equals("false")) {
            throw new CorruptArchiveException("a table is declared WITH OIDS, which PostgreSQL 12 abolished");
        }
    }

    private List<Integer> readDependencies() throws IOException {
        List<Integer> dependencies = new ArrayList<>();
        for (Optional<String> id = in.readText(); id.isPresent(); id = in.readText()) {
            long value = FormatInput.parseDecimal(id.get());
            if (value > Integer.MAX_VALUE) {
                throw new CorruptArchiveException("a dependency has a malformed id");
            }
            dependencies.add((int) value);
        }
        return dependencies;
    }

    private Optional<DataLocation> readLocation(boolean hasData) throws IOException {
        Optional<DataLocation> location = format == ArchiveFormat.CUSTOM ? readOffset() : readFileName();
        if (location.isPresent() != hasData) {
            throw new CorruptArchiveException("an entry contradicts itself on whether it has data");
        }
        return location;
    }

    private Optional<DataLocation> readOffset() throws IOException {
        int flag = in.readByte();
        long position = in.readPosition();
        return switch (flag) {
            case TocWriter.POSITION_NOT_SET -> Optional.of(new DataLocation.Unknown());
            case TocWriter.POSITION_SET -> Optional.of(new DataLocation.Block(position));
            case TocWriter.NO_DATA -> Optional.empty();
            default -> throw new CorruptArchiveException("an entry has a malformed position");
        };
    }

    private Optional<DataLocation> readFileName() throws IOException {
        String name = in.readRequiredText();
        return name.isEmpty() ? Optional.empty() : Optional.of(new DataLocation.DataFile(name));
    }

    private static void checkIdsAreUnique(List<ArchiveEntry> entries) throws CorruptArchiveException {
        if (entries.stream().mapToInt(ArchiveEntry::dumpId).distinct().count() < entries.size()) {
            throw new CorruptArchiveException("two entries have the same id");
        }
    }
}
