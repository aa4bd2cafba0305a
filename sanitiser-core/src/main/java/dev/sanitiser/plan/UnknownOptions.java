package dev.sanitiser.plan;

import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.Sequence;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.Misfit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A misspelt name would select too little, or let a table travel that was meant to stay. */
final class UnknownOptions {

    private UnknownOptions() {}

    /** @throws SanitiserException of kind PLAN with every schema and table of the options that does not exist */
    static void refuse(PlanOptions options, Catalog catalog) {
        List<Misfit> unknown = find(options, catalog);
        if (!unknown.isEmpty()) {
            throw SanitiserException.of(
                    FailureKind.PLAN,
                    "The selection does not fit the database",
                    unknown.stream().map(Misfit::message).toList());
        }
    }

    static List<Misfit> find(PlanOptions options, Catalog catalog) {
        List<Misfit> unknown = new ArrayList<>();
        options.schemas().stream()
                .filter(schema -> !catalog.schemas().contains(schema))
                .sorted()
                .forEach(schema -> unknown.add(
                        Misfit.ofList(Kind.UNKNOWN_OPTION, "there is no schema " + Quoted.json(schema) + " to select")
                                .near(NearestName.of(schema, catalog.schemas()))));
        Set<String> tables = tables(catalog);
        options.excludedTables().stream()
                .map(QualifiedName::toString)
                .filter(table -> !tables.contains(table))
                .sorted()
                .forEach(table -> unknown.add(
                        Misfit.ofList(Kind.UNKNOWN_OPTION, "there is no table " + Quoted.json(table) + " to exclude")
                                .near(NearestName.of(table, tables))));
        return unknown;
    }

    /** Views and sequences too: whatever has a name of its own can be left out. */
    private static Set<String> tables(Catalog catalog) {
        return Stream.concat(
                        catalog.relations().stream().map(Relation::name),
                        catalog.sequences().stream().map(Sequence::name))
                .map(QualifiedName::toString)
                .collect(Collectors.toSet());
    }
}
