package dev.sanitiser.copy;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.Section;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.impl.SQLDataType;

/**
 * Puts entries for rows and sequences among those of the structure: directly before the first post-data entry, because
 * comments and privileges take their section from the entry before them.
 */
final class ArchiveAssembly {

    private static final String DROP_TABLE = "DROP TABLE ";

    private final List<ArchiveEntry> structure;
    private final Map<Long, ArchiveEntry> tableEntries;
    private int lastDumpId;

    private ArchiveAssembly(List<ArchiveEntry> structure) {
        this.structure = structure;
        this.tableEntries = structure.stream()
                .filter(e -> e.description().equals("TABLE"))
                .collect(Collectors.toMap(ArchiveEntry::catalogOid, Function.identity()));
        this.lastDumpId =
                structure.stream().mapToInt(ArchiveEntry::dumpId).max().orElse(0);
    }

    /**
     * Assembles the entries.
     *
     * @param tables in the order their rows are restored
     * @param sequenceValues last values by the sequences' oids
     */
    static AssembledArchive of(List<ArchiveEntry> structure, List<TablePlan> tables, Map<Long, Long> sequenceValues) {
        return new ArchiveAssembly(structure).assemble(tables, sequenceValues);
    }

    private AssembledArchive assemble(List<TablePlan> tables, Map<Long, Long> sequenceValues) {
        Map<Long, Integer> dumpIds = new LinkedHashMap<>();
        List<ArchiveEntry> data = new ArrayList<>();
        for (TablePlan table : tables) {
            ArchiveEntry entry = tableData(table);
            dumpIds.put(table.oid(), entry.dumpId());
            data.add(entry);
        }
        structure.stream()
                .filter(e -> e.description().equals("SEQUENCE") && sequenceValues.containsKey(e.catalogOid()))
                .map(e -> sequenceSet(e, Objects.requireNonNull(sequenceValues.get(e.catalogOid()))))
                .forEach(data::add);
        List<ArchiveEntry> entries = new ArrayList<>(structure);
        entries.addAll(firstPostData(), data);
        return new AssembledArchive(entries, dumpIds);
    }

    private int firstPostData() {
        for (int i = 0; i < structure.size(); i++) {
            if (structure.get(i).section() == Section.POST_DATA) {
                return i;
            }
        }
        return structure.size();
    }

    private ArchiveEntry tableData(TablePlan table) {
        ArchiveEntry entry = Optional.ofNullable(tableEntries.get(table.oid()))
                .orElseThrow(() -> new IllegalStateException("pg_dump gave no entry for table " + table.name()));
        Optional<String> root = table.loadedThrough().map(ArchiveAssembly::quoted);
        return new ArchiveEntry(
                ++lastDumpId,
                true,
                0,
                table.oid(),
                entry.tag(),
                "TABLE DATA",
                Section.DATA,
                root.map(ArchiveAssembly::loadsThrough),
                Optional.empty(),
                Optional.of(copyStatement(root.orElseGet(() -> nameAsDumped(entry)), table)),
                entry.schema(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(entry.dumpId()));
    }

    /** A comment to PostgreSQL and a flag to pg_restore; a line break in a name would end the comment. */
    private static String loadsThrough(String root) {
        return "-- load via partition root " + root.replaceAll("[\\r\\n]", " ");
    }

    /** As pg_dump itself quotes it: pg_restore recognises the statement by that spelling and then skips WAL. */
    private static String nameAsDumped(ArchiveEntry table) {
        String drop = table.dropStatement().orElse("");
        if (!drop.startsWith(DROP_TABLE) || !drop.endsWith(";\n")) {
            throw new IllegalStateException("pg_dump gave no DROP TABLE for table " + table.tag());
        }
        return drop.substring(DROP_TABLE.length(), drop.length() - 2);
    }

    private static String copyStatement(String target, TablePlan table) {
        String columns = table.storedColumns().stream()
                .map(c -> Database.withoutConnection().render(name(c.column().name())))
                .collect(Collectors.joining(", "));
        return "COPY " + target + (columns.isEmpty() ? " " : " (" + columns + ")") + " FROM stdin;\n";
    }

    private ArchiveEntry sequenceSet(ArchiveEntry sequence, long value) {
        QualifiedName sequenceName = new QualifiedName(sequence.schema().orElseThrow(), sequence.tag());
        String statement = Database.withoutConnection()
                .renderInlined(select(function(
                        name("pg_catalog", "setval"),
                        SQLDataType.BIGINT,
                        inline(quoted(sequenceName)),
                        inline(value),
                        inline(true))));
        return new ArchiveEntry(
                ++lastDumpId,
                false,
                0,
                0,
                sequence.tag(),
                "SEQUENCE SET",
                Section.DATA,
                Optional.of(statement + ";\n"),
                Optional.empty(),
                Optional.empty(),
                sequence.schema(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(sequence.dumpId()));
    }

    private static String quoted(QualifiedName name) {
        return Database.withoutConnection().render(name.toName());
    }
}
