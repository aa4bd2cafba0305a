package dev.sanitiser.testkit;

import dev.sanitiser.archive.Archive;
import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.PasswordFile;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.structure.StructureFilter;
import dev.sanitiser.structure.StructureOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Compares the structures of source and copy as pg_dump writes them, as far as they are meant to travel. */
final class Structures {

    private static final int FIRST_WITH_STATISTICS = 18;
    private static final Set<String> SETTINGS = Set.of("ENCODING", "STDSTRINGS", "SEARCHPATH", "DATABASE");

    private final ClientProgram pgDump;
    private final StructureOptions options;

    private Structures(ClientProgram pgDump, StructureOptions options) {
        this.pgDump = pgDump;
        this.options = options;
    }

    /** What differs, an entry of the archive each, such as {@code - VIEW vip is not in the copy}; never a statement. */
    static List<String> differences(SanitisedDump dump, Catalog catalog, DataSource copy) {
        Structures structures = new Structures(
                Programs.find(dump.options().pgDump()), wanted(dump.plan().options(), catalog));
        return differences(structures.of(dump.source()), structures.of(copy));
    }

    /** What is excluded takes the partitions below it along. */
    private static StructureOptions wanted(PlanOptions plan, Catalog catalog) {
        CatalogIndex index = new CatalogIndex(catalog);
        Set<QualifiedName> excluded = catalog.relations().stream()
                .filter(r -> index.lineage(r).stream()
                        .anyMatch(l -> plan.excludedTables().contains(l.name())))
                .map(Relation::name)
                .collect(Collectors.toSet());
        return StructureOptions.defaults().withSchemas(plan.schemas()).withExcludedTables(excluded);
    }

    private static List<String> differences(Map<String, List<String>> source, Map<String, List<String>> copy) {
        Set<String> titles = new TreeSet<>(source.keySet());
        titles.addAll(copy.keySet());
        List<String> differences = new ArrayList<>();
        for (String title : titles) {
            if (!copy.containsKey(title)) {
                differences.add("- " + title + " is not in the copy");
            } else if (!source.containsKey(title)) {
                differences.add("- " + title + " is not in the source");
            } else if (!source.get(title).equals(copy.get(title))) {
                differences.add("- " + title + " is defined differently");
            }
        }
        return differences;
    }

    private Map<String, List<String>> of(DataSource dataSource) {
        return StructureFilter.apply(read(Source.of(dataSource).settings()).entries(), options).entries().stream()
                .filter(e -> !SETTINGS.contains(e.description()))
                .collect(Collectors.groupingBy(
                        Structures::title,
                        Collectors.mapping(
                                e -> e.definition().orElse(""),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        l -> l.stream().sorted().toList()))));
    }

    static String title(ArchiveEntry entry) {
        return entry.description() + " "
                + entry.schema()
                        .map(schema -> new QualifiedName(schema, entry.tag()).toString())
                        .orElse(entry.tag());
    }

    private Archive read(ConnectionSettings settings) {
        List<String> arguments =
                new ArrayList<>(List.of("--format=custom", "--schema-only", "--encoding=UTF8", "--no-password"));
        if (pgDump.majorVersion() >= FIRST_WITH_STATISTICS) {
            arguments.add("--no-statistics");
        }
        try (PasswordFile passwordFile = PasswordFile.of(settings)) {
            Map<String, String> environment = new HashMap<>(settings.environment(passwordFile));
            environment.put("PGOPTIONS", "-c standard_conforming_strings=on");
            return pgDump.run(arguments, environment, new Cancellation(), ArchiveReader::read);
        }
    }
}
