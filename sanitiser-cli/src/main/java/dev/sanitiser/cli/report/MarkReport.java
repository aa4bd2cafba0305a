package dev.sanitiser.cli.report;

import dev.sanitiser.archive.Compression;
import dev.sanitiser.structure.MarkText;
import dev.sanitiser.structure.MarkedSchemas;
import java.util.ArrayList;
import java.util.List;

/** What {@code info} prints. */
public final class MarkReport {

    private MarkReport() {}

    /** What a database holds, in words. */
    public static String contents(MarkedSchemas schemas) {
        return Quantity.of(schemas.tableCount(), "table");
    }

    /** What an archive holds, in words. */
    public static String contents(
            MarkedSchemas schemas, long entriesWithData, int entryCount, Compression.Method compression) {
        return contents(schemas) + ", " + Quantity.count(entriesWithData) + " with data; " + Quantity.count(entryCount)
                + " in the table of contents"
                + (compression.oldestPgRestore() > Compression.Method.GZIP.oldestPgRestore()
                        ? "; " + compression + ", for pg_restore " + compression.oldestPgRestore() + " or newer"
                        : "");
    }

    /**
     * The lines.
     *
     * @param width characters that fit a line
     */
    public static List<String> lines(MarkedSchemas schemas, String contents, int width) {
        List<String> lines = new ArrayList<>();
        if (!schemas.isSanitisedCopy()) {
            lines.addAll(TextTable.wrap(verdict(schemas) + " Treat it as real data.", width));
            lines.add("  holds       " + contents);
        }
        schemas.marks().values().stream().distinct().forEach(mark -> addMark(mark, lines));
        if (schemas.isSanitisedCopy()) {
            lines.add("  holds       " + contents);
        }
        return lines;
    }

    private static String verdict(MarkedSchemas schemas) {
        if (schemas.marks().isEmpty()) {
            return "Not a sanitised copy: no schema says that Sanitiser made it.";
        }
        return "Not a sanitised copy as a whole: these schemas hold tables and do not say that Sanitiser made them: "
                + Printable.of(String.join(", ", schemas.unmarked())) + ".";
    }

    private static void addMark(MarkText mark, List<String> lines) {
        lines.add("Sanitised copy of " + Printable.of(mark.label()));
        lines.add("  made        " + mark.madeAt() + " by Sanitiser " + Printable.of(mark.version()));
        lines.add("  allow list  sha256:" + mark.allowListSha256());
    }
}
