package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares a header and table of contents on disk with the ones that were to be written. */
record TocCheck(Path file, ArchiveFormat format, ArchiveHeader header, List<ArchiveEntry> entries) {

    /** Reads the table of contents; the positions in it are not checked. */
    Archive read() throws IOException {
        Archive found;
        try (InputStream in = Files.newInputStream(file)) {
            found = TocReader.read(in, format);
        }
        compareHeaders(found);
        compareEntries(found.entries());
        compareBytes(found);
        return found;
    }

    private void compareHeaders(Archive found) throws CorruptArchiveException {
        if (!found.header().equals(header)) {
            throw new CorruptArchiveException("its header is another one");
        }
        if (found.entries().size() != entries.size()) {
            throw new CorruptArchiveException("it has another number of entries");
        }
    }

    private void compareEntries(List<ArchiveEntry> found) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!found.get(i).equals(entries.get(i).withoutRelationKind())) {
                problems.add(entries.get(i).label() + ": its entry in the table of contents is another one");
            }
        }
        if (!problems.isEmpty()) {
            throw ArchiveCheck.notWhatWasWritten(problems);
        }
    }

    /** Two spellings can read alike, so what matters to {@code pg_restore} is compared as bytes, too. */
    private void compareBytes(Archive found) throws IOException {
        byte[] expected = TocWriter.encode(format, header, entries, found.dataLocations());
        try (InputStream in = Files.newInputStream(file)) {
            boolean equal = Arrays.equals(in.readNBytes(expected.length), expected);
            boolean mayGoOn = format == ArchiveFormat.CUSTOM;
            if (!equal || (!mayGoOn && in.read() >= 0)) {
                throw new CorruptArchiveException("its table of contents is spelt differently");
            }
        }
    }
}
