package dev.sanitiser.testkit;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.TablePlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches an archive from end to end for values: each cell of each table, as pg_restore prints it, and the structure.
 */
final class ArchiveSearch {

    private static final String END_OF_ROWS = "\\.";

    private final Needles needles;
    private final Finds finds = new Finds();
    private final Map<String, SearchedTable> tablesByCopyStatement;

    private ArchiveSearch(Needles needles, Map<String, SearchedTable> tablesByCopyStatement) {
        this.needles = needles;
        this.tablesByCopyStatement = tablesByCopyStatement;
    }

    static Finds search(SanitisedDump dump, Set<String> values) {
        List<ArchiveEntry> entries = ArchiveReader.read(dump.archive()).entries();
        ArchiveSearch search = new ArchiveSearch(new Needles(values), tables(dump, entries));
        entries.forEach(search::searchStructure);
        Programs.find(dump.options().pgRestore())
                .run(
                        List.of("--data-only", "--file=-", dump.archive().toString()),
                        Map.of(),
                        new Cancellation(),
                        search::searchRows);
        return search.finds;
    }

    private static Map<String, SearchedTable> tables(SanitisedDump dump, List<ArchiveEntry> entries) {
        Map<QualifiedName, TablePlan> plans =
                dump.plan().copiedTables().stream().collect(Collectors.toMap(TablePlan::name, t -> t));
        Map<String, SearchedTable> tables = new HashMap<>();
        for (ArchiveEntry entry : entries) {
            entry.copyStatement().filter(s -> entry.hasData()).ifPresent(statement -> {
                QualifiedName name = new QualifiedName(entry.schema().orElse(""), entry.tag());
                tables.put(statement.strip(), SearchedTable.of(name, Optional.ofNullable(plans.get(name))));
            });
        }
        return tables;
    }

    private void searchStructure(ArchiveEntry entry) {
        String text = Stream.of(entry.definition(), entry.dropStatement(), Optional.of(entry.tag()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        finds.add("structure, " + Structures.title(entry), needles.in(text.replace("''", "'")));
    }

    private boolean searchRows(InputStream script) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8));
        SearchedTable table = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            table = searchLine(line, table);
        }
        return true;
    }

    /** @return the table that the next line belongs to */
    private @Nullable SearchedTable searchLine(String line, @Nullable SearchedTable table) {
        if (table == null) {
            return tablesByCopyStatement.get(line);
        }
        if (line.equals(END_OF_ROWS)) {
            return null;
        }
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            searchCell(table, i, fields[i]);
        }
        return table;
    }

    private void searchCell(SearchedTable table, int column, String field) {
        CopyText.value(field)
                .ifPresent(
                        value -> finds.add(table.place(column), table.withoutCoincidences(column, needles.in(value))));
    }

    /** A table of the archive. */
    private record SearchedTable(QualifiedName name, List<ColumnPlan> columns, String foldedStatement) {

        static SearchedTable of(QualifiedName name, Optional<TablePlan> plan) {
            return new SearchedTable(
                    name,
                    plan.map(TablePlan::storedColumns).orElse(List.of()),
                    plan.flatMap(TablePlan::selectSql)
                            .map(sql -> Needles.fold(sql.replace("''", "'")))
                            .orElse(""));
        }

        String place(int column) {
            if (column >= columns.size()) {
                return name.toString();
            }
            ColumnPlan plan = columns.get(column);
            return name + ", column " + plan.column().name() + (isKept(plan) ? ", which is kept" : ", which is faked");
        }

        private static boolean isKept(ColumnPlan plan) {
            return Set.of("keep", "paths").contains(plan.treatment().label());
        }

        /** What the table's statement says by itself, such as the names that fakes are drawn from, came from no row. */
        Set<String> withoutCoincidences(int column, Set<String> found) {
            if (found.isEmpty() || column >= columns.size() || isKept(columns.get(column))) {
                return found;
            }
            return found.stream().filter(v -> !foldedStatement.contains(v)).collect(Collectors.toSet());
        }
    }
}
