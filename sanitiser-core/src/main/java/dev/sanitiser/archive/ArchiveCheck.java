package dev.sanitiser.archive;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a finished archive back and proves that it is what was to be written. */
public final class ArchiveCheck {

    private static final String HEADLINE = "The finished archive is not what was written; check the disk and run again";

    private final Path archive;
    private final ArchiveHeader header;
    private final List<ArchiveEntry> entries;

    private ArchiveCheck(Path archive, ArchiveHeader header, List<ArchiveEntry> entries) {
        this.archive = archive;
        this.header = header;
        this.entries = entries;
    }

    /**
     * Checks an archive that {@link ArchiveWriter} made.
     *
     * <p>Header and table of contents must equal the given ones byte for byte; every entry with data depends on its
     * table first and has exactly one block, or file, whose data decompresses, agrees with its checksums and ends with
     * the end marker; and there is nothing else. Needs constant memory.
     *
     * @param archive a custom-format file or the folder of a directory-format archive
     * @param jobs how many blocks are read at a time; at least 1
     * @return how much data each entry holds, by dump id
     * @throws SanitiserException of kind VERIFICATION, with every violation found, each named by its entry; of kind
     *     INTERRUPTED if the thread is interrupted
     */
    public static Map<Integer, TableDataSize> check(
            Path archive, ArchiveHeader header, List<ArchiveEntry> entries, int jobs) {
        ArchiveCheck check = new ArchiveCheck(archive, header, entries);
        check.checkDependencies();
        try {
            return ArchiveReader.formatOf(archive) == ArchiveFormat.CUSTOM
                    ? check.checkFile(jobs)
                    : check.checkDirectory(jobs);
        } catch (IOException e) {
            throw notWhatWasWritten(List.of("the archive as a whole: " + CorruptArchiveException.detailOf(e)));
        }
    }

    static SanitiserException notWhatWasWritten(List<String> problems) {
        return SanitiserException.of(FailureKind.VERIFICATION, HEADLINE, problems);
    }

    private Map<Integer, TableDataSize> checkFile(int jobs) throws IOException {
        Archive found = new TocCheck(archive, ArchiveFormat.CUSTOM, header, entries).read();
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            return DataCheck.run(new CustomBlocks(file, found).find(), jobs);
        }
    }

    private Map<Integer, TableDataSize> checkDirectory(int jobs) throws IOException {
        new TocCheck(archive.resolve(ArchiveFormat.TOC_FILE), ArchiveFormat.DIRECTORY, header, entries).read();
        return DataCheck.run(new DirectoryFiles(archive, header.compression(), entries).find(), jobs);
    }

    private void checkDependencies() {
        Map<Integer, ArchiveEntry> byId =
                entries.stream().collect(Collectors.toMap(ArchiveEntry::dumpId, Function.identity()));
        List<String> problems = entries.stream()
                .filter(ArchiveEntry::hasData)
                .filter(data -> firstDependency(data, byId)
                        .filter(table -> isTableOf(table, data))
                        .isEmpty())
                .map(data -> data.label() + ": its first dependency is not its table")
                .toList();
        if (!problems.isEmpty()) {
            throw notWhatWasWritten(problems);
        }
    }

    private static Optional<ArchiveEntry> firstDependency(ArchiveEntry data, Map<Integer, ArchiveEntry> byId) {
        return data.dependencies().stream().findFirst().map(byId::get);
    }

    private static boolean isTableOf(ArchiveEntry table, ArchiveEntry data) {
        return table.description().equals("TABLE")
                && table.schema().equals(data.schema())
                && table.tag().equals(data.tag());
    }
}
