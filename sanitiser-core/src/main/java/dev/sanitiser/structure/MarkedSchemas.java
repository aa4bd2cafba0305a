package dev.sanitiser.structure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the schemas of an archive or a database say about themselves.
 *
 * @param marks by schema, in name order; schemas without a mark are not in it
 * @param unmarked schemas that hold tables and say nothing, in name order
 * @param tableCount tables of all schemas, partitioned ones and partitions included
 */
public record MarkedSchemas(Map<String, MarkText> marks, List<String> unmarked, int tableCount) {

    public MarkedSchemas {
        marks = Collections.unmodifiableMap(new TreeMap<>(marks));
        unmarked = List.copyOf(unmarked);
    }

    static MarkedSchemas of(Map<String, MarkText> marks, Set<String> schemasWithTables, int tableCount) {
        Set<String> unmarked = new TreeSet<>(schemasWithTables);
        unmarked.removeAll(marks.keySet());
        return new MarkedSchemas(marks, List.copyOf(unmarked), tableCount);
    }

    /** Whether every schema that holds tables says that Sanitiser made it, and at least one does. */
    public boolean isSanitisedCopy() {
        return !marks.isEmpty() && unmarked.isEmpty();
    }
}
