package dev.sanitiser.testkit;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A database that a dump was restored into, whether or not that went well. */
record Restoration(TestDatabase database, RestoreResult result) {

    TestDatabase orThrow(SanitisedDump dump) {
        problem(dump).ifPresent(problem -> {
            throw new AssertionError(problem);
        });
        return database;
    }

    /** What pg_restore complained of; empty if it did not say a word. */
    Optional<String> problem(SanitisedDump dump) {
        if (result.isSilentSuccess()) {
            return Optional.empty();
        }
        String said = RestoreErrors.redacted(result.errors() + result.output(), names(dump));
        return Optional.of("Expected pg_restore to restore the dump without a word, but it ended with exit code "
                + result.exitCode() + " and said:\n" + (said.isEmpty() ? "nothing" : said));
    }

    private static Set<String> names(SanitisedDump dump) {
        Set<String> names = new HashSet<>();
        for (ArchiveEntry entry : ArchiveReader.read(dump.archive()).entries()) {
            entry.schema().ifPresent(names::add);
            names.add(entry.tag());
            names.add(entry.tag().substring(entry.tag().indexOf(' ') + 1));
        }
        for (Relation relation : Sanitiser.catalog(dump.source()).relations()) {
            relation.columns().forEach(column -> names.add(column.name()));
            relation.checks().forEach(check -> names.add(check.name()));
            relation.uniqueIndexes().forEach(index -> names.add(index.name()));
        }
        return names;
    }
}
