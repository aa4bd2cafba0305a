package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.Section;
import java.util.List;
import java.util.Optional;

/** Entries made by hand. */
final class TestEntry {

    private TestEntry() {}

    /** An entry of schema {@code public}. */
    static ArchiveEntry of(int dumpId, String description, String tag, String definition, Integer... dependencies) {
        return of(dumpId, description, Optional.of("public"), tag, definition, dependencies);
    }

    static ArchiveEntry of(
            int dumpId,
            String description,
            Optional<String> schema,
            String tag,
            String definition,
            Integer... dependencies) {
        return new ArchiveEntry(
                dumpId,
                false,
                1259,
                dumpId + 16384,
                tag,
                description,
                Section.PRE_DATA,
                Optional.of(definition),
                Optional.of("DROP IT;\n"),
                Optional.empty(),
                schema,
                Optional.of("fast_disk"),
                Optional.of("heap"),
                'r',
                Optional.of("alice"),
                List.of(dependencies));
    }
}
