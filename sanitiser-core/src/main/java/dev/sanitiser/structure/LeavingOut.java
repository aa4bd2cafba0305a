package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.structure.LeftOut.Reason;
import dev.sanitiser.structure.StructureOptions.Comments;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the entries that do not travel: those that must not, and all that cannot exist without them. */
final class LeavingOut {

    private static final Set<String> EXCLUDABLE = Set.of("TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE");

    private final StructureOptions options;
    private final List<ArchiveEntry> entries;
    private final Map<Integer, ArchiveEntry> byDumpId = new HashMap<>();
    private final Map<Integer, List<ArchiveEntry>> dependants = new HashMap<>();
    private final Map<Integer, LeftOut> leftOut = new HashMap<>();
    private final Deque<Gone> unfollowed = new ArrayDeque<>();

    private LeavingOut(List<ArchiveEntry> entries, StructureOptions options) {
        this.entries = entries;
        this.options = options;
        for (ArchiveEntry entry : entries) {
            byDumpId.put(entry.dumpId(), entry);
            entry.dependencies()
                    .forEach(id -> dependants
                            .computeIfAbsent(id, key -> new ArrayList<>())
                            .add(entry));
        }
    }

    /** @return by dump id, an element for each entry that does not travel */
    static Map<Integer, LeftOut> of(List<ArchiveEntry> entries, StructureOptions options) {
        LeavingOut search = new LeavingOut(entries, options);
        search.start();
        search.follow();
        return search.leftOut;
    }

    private void start() {
        for (ArchiveEntry entry : entries) {
            reasonOf(entry).ifPresent(reason -> leave(entry, new LeftOut(entry, reason)));
        }
    }

    private void follow() {
        while (!unfollowed.isEmpty()) {
            Gone gone = unfollowed.remove();
            dependants
                    .getOrDefault(gone.entry().dumpId(), List.of())
                    .forEach(dependant -> leave(dependant, gone.cause()));
            viewOf(gone.entry()).ifPresent(view -> leave(view, gone.cause()));
        }
    }

    private void leave(ArchiveEntry entry, LeftOut cause) {
        if (leftOut.putIfAbsent(entry.dumpId(), cause) == null) {
            unfollowed.add(new Gone(entry, cause));
        }
    }

    private Optional<Reason> reasonOf(ArchiveEntry entry) {
        if (isNeverTravelling(entry)) {
            return Optional.of(Reason.KIND);
        }
        if (schemaOf(entry)
                .filter(schema -> !options.isSchemaTravelling(schema))
                .isPresent()) {
            return Optional.of(Reason.SCHEMA);
        }
        return isExcluded(entry) ? Optional.of(Reason.EXCLUDED) : Optional.empty();
    }

    private boolean isNeverTravelling(ArchiveEntry entry) {
        EntryRule rule = EntryRules.of(entry);
        return rule == EntryRule.DROP || (rule == EntryRule.DROP_UNLESS_ASKED && !isWantedComment(entry));
    }

    private boolean isWantedComment(ArchiveEntry comment) {
        return options.comments() == Comments.KEEP
                && !comment.tag().startsWith("DATABASE ")
                && !comment.tag().startsWith("SCHEMA ")
                && isAboutAnEntry(comment);
    }

    /** A comment whose object is not to be found cannot be judged by it, and could not be restored either. */
    private boolean isAboutAnEntry(ArchiveEntry comment) {
        return comment.dependencies().stream().anyMatch(byDumpId::containsKey);
    }

    private boolean isExcluded(ArchiveEntry entry) {
        return EXCLUDABLE.contains(entry.description())
                && entry.schema()
                        .map(schema -> new QualifiedName(schema, entry.tag()))
                        .filter(options.excludedTables()::contains)
                        .isPresent();
    }

    private static Optional<String> schemaOf(ArchiveEntry entry) {
        return Entries.is(entry, "SCHEMA") ? Optional.of(entry.tag()) : entry.schema();
    }

    /**
     * The view a rule gives its query to. pg_dump writes a view that takes part in a cycle of dependencies as a
     * placeholder without its query, followed by such a rule; the placeholder must not stay behind.
     */
    private Optional<ArchiveEntry> viewOf(ArchiveEntry rule) {
        if (!Entries.is(rule, "RULE") || !rule.tag().endsWith(" _RETURN")) {
            return Optional.empty();
        }
        return rule.dependencies().stream()
                .map(byDumpId::get)
                .filter(view -> view != null
                        && Entries.is(view, "VIEW")
                        && rule.schema().equals(view.schema())
                        && rule.tag().equals(view.tag() + " _RETURN"))
                .findFirst();
    }

    private record Gone(ArchiveEntry entry, LeftOut cause) {}
}
