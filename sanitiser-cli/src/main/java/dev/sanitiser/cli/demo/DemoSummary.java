package dev.sanitiser.cli.demo;

import dev.sanitiser.DumpReport;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.postgres.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.impl.DSL;
import picocli.CommandLine.Help.Ansi;

/** What the demo tells at its end. */
record DemoSummary(DumpReport report, Path dump) {

    private static final QualifiedName TABLE_WITHOUT_ROWS = new QualifiedName("public", "session");

    private static final int LONGEST_LIST = 3;

    private static final ColumnTreatment.Cases<String> WORDS = new ColumnTreatment.Cases<>(
            keep -> "kept",
            paths -> "kept in part",
            fake -> "faked",
            reference -> "faked",
            pseudonym -> "pseudonym",
            alwaysNull -> "faked",
            computed -> "computed");

    List<String> compare(DataSource production, DataSource copy, Ansi ansi) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Sample sample : Sample.all()) {
            lines.add("");
            lines.addAll(new Comparison(
                            sample.table().toString(),
                            sample.columns(),
                            treatments(sample),
                            sample.read(production),
                            sample.read(copy))
                    .lines(ansi));
        }
        lines.add("");
        lines.add("%s: %,d rows before, %,d after; its structure is there."
                .formatted(TABLE_WITHOUT_ROWS, rowCount(production), rowCount(copy)));
        return lines;
    }

    private List<String> treatments(Sample sample) {
        Map<String, String> words = report.plan().tables().stream()
                .filter(table -> table.name().equals(sample.table()))
                .flatMap(table -> table.columns().stream())
                .collect(Collectors.toMap(
                        column -> column.column().name(),
                        column -> column.treatment().match(WORDS)));
        return sample.columns().stream()
                .map(column -> words.getOrDefault(column, ""))
                .toList();
    }

    private static int rowCount(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Database.on(connection).fetchCount(DSL.table(TABLE_WITHOUT_ROWS.toName()));
        }
    }

    List<String> conclusion() {
        long rowCount =
                report.tables().stream().mapToLong(DumpReport.Table::rowCount).sum();
        return List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "Dumped %,d rows of %d tables in %.1f s. Left out of the structure: %s.",
                        rowCount,
                        report.tables().size(),
                        report.duration().toMillis() / 1000.0,
                        leftOut()),
                String.format(Locale.ROOT, "The dump:            %s (%,d kB)", dump, report.sizeInBytes() / 1024),
                "Restore it anywhere: createdb demo_copy && pg_restore -d demo_copy "
                        + ShellWord.quote(dump.toString()));
    }

    private String leftOut() {
        List<String> entries = report.structureLeftOut();
        if (entries.isEmpty()) {
            return "nothing";
        }
        return entries.size() > LONGEST_LIST ? entries.size() + " entries" : String.join(", ", entries);
    }
}
