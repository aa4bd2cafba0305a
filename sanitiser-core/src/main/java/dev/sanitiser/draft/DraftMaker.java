package dev.sanitiser.draft;

import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.Relation.Kind;
import dev.sanitiser.draft.DraftOptions.Suggestion;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes drafts. */
public final class DraftMaker {

    private static final String NOT_ASKED = "rows were not asked for";

    private final CatalogIndex index;
    private final DraftOptions options;
    private final Judgement judgement;
    private final Contents contents;

    private DraftMaker(Catalog catalog, DraftOptions options, Contents contents) {
        this.index = new CatalogIndex(catalog);
        this.options = options;
        this.contents = contents;
        this.judgement = new Judgement(catalog, t -> isListable(t) && options.selects(t.name()), contents);
    }

    /**
     * Judges by names, comments, types and keys alone; needs no connection.
     *
     * @throws SanitiserException of kind PLAN if the options name what does not exist, or leave no table to list
     */
    public static AllowListDraft ofCatalog(Catalog catalog, DraftOptions options) {
        return new DraftMaker(catalog, options, Contents.UNKNOWN).draft(selected(catalog, options));
    }

    /**
     * Judges by what PostgreSQL counts in a sample of the rows as well. No value leaves the server.
     *
     * @param session in a transaction that sees what the catalog shows
     * @throws SanitiserException as {@link #ofCatalog(Catalog, DraftOptions)} does; of kind ENVIRONMENT if the
     *     connection is lost
     */
    public static AllowListDraft ofContent(Catalog catalog, DraftOptions options, Session session) {
        List<Relation> tables = selected(catalog, options);
        if (options.sampleRowCount() == 0) {
            return ofCatalog(catalog, options);
        }
        Contents contents = new ContentReader(session, new CatalogIndex(catalog), options).read(tables);
        return new DraftMaker(catalog, options, contents).draft(tables);
    }

    private static List<Relation> selected(Catalog catalog, DraftOptions options) {
        refuseUnknown(catalog, options);
        List<Relation> tables = catalog.relations().stream()
                .filter(DraftMaker::isListable)
                .filter(t -> options.selects(t.name()))
                .toList();
        if (tables.isEmpty()) {
            throw new SanitiserException(
                    FailureKind.PLAN,
                    "There is no table to list: the selection holds none. Select a schema that has tables.");
        }
        return tables;
    }

    private static boolean isListable(Relation relation) {
        return (relation.kind() == Kind.TABLE || relation.kind() == Kind.PARTITIONED_TABLE)
                && relation.partitionOf().isEmpty()
                && relation.extension().isEmpty();
    }

    private static void refuseUnknown(Catalog catalog, DraftOptions options) {
        List<String> problems = new ArrayList<>();
        options.schemas().stream()
                .filter(schema -> !catalog.schemas().contains(schema))
                .sorted()
                .forEach(schema -> problems.add("there is no schema " + Quoted.json(schema) + " to select"
                        + NearestName.hint(schema, catalog.schemas())));
        Set<String> tables =
                catalog.relations().stream().map(r -> r.name().toString()).collect(Collectors.toSet());
        options.excludedTables().stream()
                .map(QualifiedName::toString)
                .filter(table -> !tables.contains(table))
                .sorted()
                .forEach(table -> problems.add(
                        "there is no table " + Quoted.json(table) + " to exclude" + NearestName.hint(table, tables)));
        if (!problems.isEmpty()) {
            throw SanitiserException.of(FailureKind.PLAN, "The selection does not fit the database", problems);
        }
    }

    private AllowListDraft draft(List<Relation> tables) {
        tables.forEach(table -> table.columns().forEach(column -> judgement.decide(table, column)));
        judgement.breakCircles();
        return new AllowListDraft(tables.stream().map(this::table).toList());
    }

    private DraftTable table(Relation table) {
        List<Relation> storage = index.storage(table);
        boolean isKnown = storage.stream().allMatch(t -> t.estimatedRowCount() >= 0);
        return new DraftTable(
                table.name(),
                table.columns().stream()
                        .map(c -> suggested(judgement.decide(table, c)))
                        .toList(),
                isKnown
                        ? storage.stream()
                                .mapToLong(Relation::estimatedRowCount)
                                .sum()
                        : -1,
                storage.stream().mapToLong(Relation::sizeInBytes).sum(),
                contents.tables().isEmpty() ? Optional.of(NOT_ASKED) : contents.note(table));
    }

    private DraftColumn suggested(DraftColumn column) {
        return options.suggestion() == Suggestion.SAFE || column.verdict().kind() == Verdict.Kind.STRUCTURAL
                ? column
                : new DraftColumn(column.column(), column.verdict(), Proposal.FAKE);
    }
}
