package dev.sanitiser.drift;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.TableEntry;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Guesses which tables that are not listed are listed under the name that they had. */
final class RenamedTables {

    private RenamedTables() {}

    /**
     * Pairs entries without a table with tables without an entry.
     *
     * @return new names by the old ones; each new name once
     */
    static Map<QualifiedName, QualifiedName> of(List<TableEntry> gone, List<Relation> unlisted) {
        Map<QualifiedName, QualifiedName> renamed = new LinkedHashMap<>();
        List<Relation> free = new ArrayList<>(unlisted);
        for (TableEntry entry : gone) {
            likeliest(entry, free).ifPresent(table -> {
                renamed.put(entry.name(), table.name());
                free.remove(table);
            });
        }
        return renamed;
    }

    private static Optional<Relation> likeliest(TableEntry entry, List<Relation> tables) {
        Set<String> columns = columns(entry);
        return tables.stream()
                .filter(t -> rank(entry.name(), columns, t) < UNLIKELY)
                .min(Comparator.<Relation>comparingInt(t -> rank(entry.name(), columns, t))
                        .thenComparing(Relation::name));
    }

    private static final int UNLIKELY = 4;

    /** A table that moved to another schema; a name that is near; the same columns. */
    private static int rank(QualifiedName gone, Set<String> columns, Relation table) {
        Set<String> existing = table.columns().stream().map(Column::name).collect(Collectors.toSet());
        boolean sameColumns =
                columns.size() >= 2 && existing.containsAll(columns) && columns.size() * 2 >= existing.size();
        String name = table.name().name();
        if (name.equals(gone.name())) {
            return 0;
        }
        if (NearestName.distance(gone.name(), name).isPresent()) {
            return existing.containsAll(columns) ? 1 : UNLIKELY;
        }
        if (sameColumns) {
            return 2;
        }
        return Renames.sharesItsWords(gone.name(), name) && existing.containsAll(columns) ? 3 : UNLIKELY;
    }

    private static Set<String> columns(TableEntry entry) {
        Set<String> columns = new LinkedHashSet<>();
        entry.fake().forEach(f -> columns.add(f.column()));
        entry.keep()
                .forEach(k -> columns.add(
                        DocumentPath.parse(k.column()).map(DocumentPath::column).orElse(k.column())));
        return columns;
    }
}
