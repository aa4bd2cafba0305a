package dev.sanitiser.cli;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.ReadAllowList;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.fake.Generators;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The allow list, and what of the database it is held against. */
class SelectionOptions {

    @Option(
            names = "--allow-list",
            paramLabel = "FILE",
            description = "JSON file of the columns that keep their real values. Default: ${DEFAULT-VALUE}")
    private Path allowList = Path.of("allow_list.json");

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "Copy this schema only; repeat it for several. Default: all")
    private Set<String> schemas = new LinkedHashSet<>();

    @Option(
            names = "--exclude-table",
            paramLabel = "TABLE",
            converter = TableNameConverter.class,
            description = "Leave out this table and what depends on it; a name as in the allow list: table or"
                    + " schema.table. Repeatable.")
    private Set<QualifiedName> excludedTables = new LinkedHashSet<>();

    @Option(
            names = "--strict",
            description = "Fail if a column of a listed table stands neither under keep nor under fake.")
    private boolean strict;

    AllowList readAllowList() {
        return AllowList.read(allowList);
    }

    ReadAllowList examineAllowList() {
        return AllowList.examine(allowList);
    }

    Path allowList() {
        return allowList;
    }

    PlanOptions toPlanOptions() {
        return new PlanOptions(schemas, excludedTables, strict ? UnclassifiedColumns.ERROR : UnclassifiedColumns.FAKE)
                .withGenerators(Generators.discovered());
    }
}
