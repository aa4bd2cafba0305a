package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the data files of a directory-format archive, which must be the only ones there. */
record DirectoryFiles(Path directory, Compression.Method compression, List<ArchiveEntry> entries) {

    List<StoredData> find() throws IOException {
        Set<String> names = namesInDirectory();
        names.remove(ArchiveFormat.TOC_FILE);
        List<StoredData> files = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            if (entry.hasData()) {
                String name = ArchiveFormat.dataFile(entry.dumpId()) + compression.suffix();
                if (!names.remove(name)) {
                    throw new CorruptArchiveException("the data file of " + entry.label() + " is missing");
                }
                Path file = directory.resolve(name);
                files.add(new StoredData(entry, Files.size(file), () -> open(file)));
            }
        }
        if (!names.isEmpty()) {
            throw new CorruptArchiveException("it holds files that belong to no entry: " + String.join(", ", names));
        }
        return files;
    }

    private InputStream open(Path file) throws IOException {
        InputStream stored = Files.newInputStream(file);
        return Codecs.readFile(stored, compression);
    }

    private Set<String> namesInDirectory() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
