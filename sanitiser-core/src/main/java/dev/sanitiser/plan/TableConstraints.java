package dev.sanitiser.plan;

import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions that rows of a table must or should satisfy: its CHECK constraints, the bounds of a partition, and
 * what keeps rows out of partial unique indexes.
 */
final class TableConstraints {

    private static final String PARTITION = "partition constraint";
    private static final String HASH = "satisfies_hash_partition(";

    private TableConstraints() {}

    static List<Check> of(TableDraft draft) {
        List<Check> all = new ArrayList<>(draft.relation().checks());
        partition(draft).ifPresent(all::add);
        all.addAll(draft.wishes());
        return all;
    }

    /** What the bounds of a partition ask of its rows, if they must stay there. */
    static Optional<Check> partition(TableDraft draft) {
        return draft.relation()
                .partitionConstraint()
                .filter(e -> draft.staysInPartition())
                .map(e -> draft.leavesHashPartition() ? withoutHash(e) : e)
                .map(e -> partition(draft.relation(), e));
    }

    private static String withoutHash(String expression) {
        String rest = expression;
        for (int call = rest.indexOf(HASH); call >= 0; call = rest.indexOf(HASH)) {
            rest = rest.substring(0, call) + "true" + rest.substring(closing(rest, call + HASH.length()) + 1);
        }
        return rest;
    }

    private static int closing(String expression, int afterOpening) {
        int depth = 1;
        int at = afterOpening;
        boolean quoted = false;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            quoted ^= c == '\'' || c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            at++;
        }
        return at - 1;
    }

    /** The columns may be too many: an expression contains the name of each of its columns. */
    private static Check partition(Relation relation, String expression) {
        List<Integer> columns = relation.columns().stream()
                .filter(c -> expression.contains(c.name().replace("\"", "\"\"")))
                .map(c -> c.number())
                .toList();
        return new Check(PARTITION, expression, columns, false, true);
    }
}
