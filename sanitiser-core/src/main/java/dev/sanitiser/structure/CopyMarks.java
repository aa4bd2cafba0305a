package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.postgres.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;

/**
 * Adds the comments by which a restored copy says what it is.
 *
 * <p>jOOQ has neither COMMENT ON SCHEMA nor DO in its DSL, hence two templates; what stands in them is a jOOQ name and
 * an inlined value.
 */
@Allow.PlainSQL
public final class CopyMarks {

    private static final String PUBLIC = "public";
    private static final Set<String> FIRST_ENTRIES = Set.of("ENCODING", "STDSTRINGS", "SEARCHPATH", "DATABASE");

    private final DSLContext sql = Database.withoutConnection();
    private final MarkText mark;
    private int nextDumpId;

    private CopyMarks(List<ArchiveEntry> entries, MarkText mark) {
        this.mark = mark;
        this.nextDumpId = entries.stream().mapToInt(ArchiveEntry::dumpId).max().orElse(0) + 1;
    }

    /**
     * Marks every schema of a structure, with dump ids above those in use. Schema {@code public}, which every database
     * has from the start, is marked where the structure has a part in it or no schema of its own.
     */
    public static List<ArchiveEntry> addTo(List<ArchiveEntry> entries, MarkText mark) {
        CopyMarks marks = new CopyMarks(entries, mark);
        List<ArchiveEntry> marked = new ArrayList<>();
        boolean publicIsDue = usesPublicWithoutEntry(entries);
        for (ArchiveEntry entry : entries) {
            if (publicIsDue && !FIRST_ENTRIES.contains(entry.description())) {
                marked.add(marks.onPublic(List.of()));
                publicIsDue = false;
            }
            marked.add(entry);
            if (Entries.is(entry, "SCHEMA")) {
                marked.add(marks.on(entry));
            }
        }
        if (publicIsDue) {
            marked.add(marks.onPublic(List.of()));
        }
        return List.copyOf(marked);
    }

    /** The source's own comments on schemas never travel, so that the tag tells. */
    static boolean isMark(ArchiveEntry entry) {
        return Entries.is(entry, "COMMENT") && entry.tag().startsWith("SCHEMA ");
    }

    private static boolean usesPublicWithoutEntry(List<ArchiveEntry> entries) {
        List<String> created = entries.stream()
                .filter(entry -> Entries.is(entry, "SCHEMA"))
                .map(ArchiveEntry::tag)
                .toList();
        return !created.contains(PUBLIC)
                && (created.isEmpty()
                        || entries.stream()
                                .anyMatch(entry ->
                                        entry.schema().filter(PUBLIC::equals).isPresent()));
    }

    private ArchiveEntry on(ArchiveEntry schema) {
        List<Integer> dependencies = List.of(schema.dumpId());
        return schema.tag().equals(PUBLIC)
                ? onPublic(dependencies)
                : comment(schema.tag(), commentOn(schema.tag()), dependencies);
    }

    /** Who restores need not own {@code public}, up to PostgreSQL 14 seldom does, and may have dropped it. */
    private ArchiveEntry onPublic(List<Integer> dependencies) {
        String body = "BEGIN " + sql.renderInlined(commentOn(PUBLIC))
                + "; EXCEPTION WHEN insufficient_privilege OR invalid_schema_name THEN NULL; END";
        return comment(PUBLIC, DSL.query("DO {0}", DSL.inline(body)), dependencies);
    }

    private Query commentOn(String schema) {
        return DSL.query("COMMENT ON SCHEMA {0} IS {1}", DSL.name(schema), DSL.inline(mark.toString()));
    }

    private ArchiveEntry comment(String schema, Query statement, List<Integer> dependencies) {
        return Entries.comment(nextDumpId++, "SCHEMA " + schema, sql.renderInlined(statement) + ";\n", dependencies);
    }
}
