package dev.sanitiser.draft;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.Relation.Kind;
import dev.sanitiser.draft.References.ColumnOf;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/**
 * Asks PostgreSQL what the values of tables look like: counts only, so that no value leaves the server. What cannot be
 * read is left to names and types.
 */
final class ContentReader {

    /** PostgreSQL returns 1,664 columns at most, and a column takes up to twenty of them. */
    private static final int COLUMNS_IN_ONE_STATEMENT = 60;

    private static final String LOCK_TIMEOUT = "2s";

    private final Session session;
    private final CatalogIndex index;
    private final DraftOptions options;
    private final Set<ColumnOf> unreadable;

    /** @param session in a transaction that sees what the index shows */
    ContentReader(Session session, CatalogIndex index, DraftOptions options) {
        this.session = session;
        this.index = index;
        this.options = options;
        this.unreadable = Unreadable.columns(session.database(), index);
    }

    Contents read(List<Relation> tables) {
        Map<Long, TableContent> contents = new HashMap<>();
        tables.forEach(table -> contents.put(table.oid(), read(table)));
        return new Contents(contents);
    }

    private TableContent read(Relation table) {
        if (table.rowSecurityHidesRows()) {
            return TableContent.unseen("row security could hide rows from this role");
        }
        if (index.descendants(table).stream().anyMatch(p -> p.kind() == Kind.FOREIGN_TABLE)) {
            return TableContent.unseen("a partition is on another server");
        }
        List<Column> columns = table.columns().stream()
                .filter(Column::isStoredFromRows)
                .filter(c -> TypeFamily.isToldByContent(c.type().type()))
                .toList();
        List<Column> readable = columns.stream()
                .filter(c -> !unreadable.contains(new ColumnOf(table, c)))
                .toList();
        if (readable.isEmpty()) {
            return new TableContent(Map.of(), denied(columns, readable));
        }
        return read(table, readable, denied(columns, readable));
    }

    private static Optional<String> denied(List<Column> columns, List<Column> readable) {
        String names = columns.stream()
                .filter(c -> !readable.contains(c))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("this role may not read " + names);
    }

    /** In a short transaction of its own: a lock on many tables for long would hold up migrations. */
    private TableContent read(Relation table, List<Column> columns, Optional<String> denied) {
        session.rollback();
        session.beginSnapshot();
        try {
            session.setLocal("lock_timeout", LOCK_TIMEOUT);
            session.setLocal(
                    "statement_timeout",
                    Long.toString(options.statementTimeout().toMillis()));
            Map<String, ColumnContent> contents = count(table, columns);
            return contents.isEmpty() ? TableContent.unseen("it has no rows") : new TableContent(contents, denied);
        } catch (DataAccessException e) {
            return TableContent.unseen(whyUnseen(e));
        } finally {
            session.rollback();
        }
    }

    /** @return empty if there are no rows */
    private Map<String, ColumnContent> count(Relation table, List<Column> columns) {
        Map<String, ColumnContent> contents = new HashMap<>();
        for (int from = 0; from < columns.size(); from += COLUMNS_IN_ONE_STATEMENT) {
            List<Column> some = columns.subList(from, Math.min(columns.size(), from + COLUMNS_IN_ONE_STATEMENT));
            Sample sample = sample(table);
            Map<String, ColumnContent> counted = count(new ContentQuery(table, some, sample));
            contents.putAll(
                    counted.isEmpty() && !sample.isWhole()
                            ? count(new ContentQuery(table, some, sample.withoutChance()))
                            : counted);
        }
        return contents;
    }

    private Map<String, ColumnContent> count(ContentQuery query) {
        Record counts = Objects.requireNonNull(session.database().fetchOne(query.statement()));
        return ContentQuery.rowCount(counts) == 0 ? Map.of() : query.contents(counts);
    }

    private Sample sample(Relation table) {
        List<Relation> storage = index.storage(table);
        boolean isKnown = storage.stream().allMatch(t -> t.estimatedRowCount() >= 0);
        long rows = storage.stream().mapToLong(Relation::estimatedRowCount).sum();
        long size = storage.stream().mapToLong(Relation::sizeInBytes).sum();
        return Sample.of(options.sampleRowCount(), isKnown ? rows : -1, size);
    }

    /** A lost connection or a server that shuts down concerns all tables. */
    private String whyUnseen(DataAccessException cause) {
        String state = SqlFailures.sqlState(cause).orElse("");
        boolean isTimeout = state.equals("57014");
        if (state.startsWith("08") || (state.startsWith("57") && !isTimeout)) {
            throw SqlFailures.environment("judge the content of tables", cause);
        }
        if (isTimeout) {
            return "counting took longer than " + options.statementTimeout().toMillis() + " ms";
        }
        return state.equals("55P03")
                ? "somebody else has locked it"
                : "PostgreSQL could not count: " + SqlFailures.describe(cause);
    }
}
