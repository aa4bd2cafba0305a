package dev.sanitiser.cli;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.draft.DraftOptions;
import dev.sanitiser.draft.DraftOptions.Suggestion;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a draft looks at and how much it proposes. */
final class DraftingOptions {

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "List the tables of this schema only; repeat it for several. Default: all")
    private Set<String> schemas = new LinkedHashSet<>();

    @Option(
            names = "--exclude-table",
            paramLabel = "TABLE",
            converter = TableNameConverter.class,
            description = "Leave out this table: table or schema.table. Repeatable.")
    private Set<QualifiedName> excludedTables = new LinkedHashSet<>();

    @Option(
            names = "--suggest",
            paramLabel = "WHAT",
            description = "safe: propose keys and what looks safe. none: propose nothing but keys. Default:"
                    + " ${DEFAULT-VALUE}")
    private Suggest suggest = Suggest.safe;

    @Option(
            names = "--sample-rows",
            paramLabel = "N",
            description = "How many rows of each table PostgreSQL looks at, about; 0 judges by names and types alone."
                    + " Default: ${DEFAULT-VALUE}")
    private int sampleRows = DraftOptions.USUAL_SAMPLE;

    @Option(
            names = "--statement-timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Limit for each table; one that takes longer is judged by names and types. Default: 30s")
    private Duration statementTimeout = DraftOptions.defaults().statementTimeout();

    DraftOptions toDraftOptions() {
        if (sampleRows < 0) {
            throw new SanitiserException(FailureKind.USAGE, "--sample-rows must be 0 or more.");
        }
        if (statementTimeout.isZero()) {
            throw new SanitiserException(FailureKind.USAGE, "--statement-timeout must be longer than zero.");
        }
        return new DraftOptions(
                schemas,
                excludedTables,
                suggest == Suggest.safe ? Suggestion.SAFE : Suggestion.NONE,
                sampleRows,
                statementTimeout);
    }

    /** picocli shows the constants as they are. */
    enum Suggest {
        safe,
        none
    }
}
