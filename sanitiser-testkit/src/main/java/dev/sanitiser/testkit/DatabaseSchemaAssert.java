package dev.sanitiser.testkit;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a database's structure. */
public final class DatabaseSchemaAssert extends AbstractAssert<DatabaseSchemaAssert, DatabaseSchema> {

    DatabaseSchemaAssert(DatabaseSchema actual) {
        super(actual, DatabaseSchemaAssert.class);
    }

    /**
     * Every name in the allow list exists and means what the list says of it, and every foreign key, unique index and
     * type can be sanitised. Columns that the list does not mention are faked and pass, and so do tables that it does
     * not mention, unless it sets {@code unlisted} to {@code error}.
     *
     * <p>The message says what was found, what it may have been renamed to and what to write.
     *
     * <p>Constraints that only the database can evaluate (CHECK and domains) are not looked at: see
     * {@link dev.sanitiser.Sanitiser#plan}.
     */
    public DatabaseSchemaAssert matches(AllowList allowList) {
        return holds(allowList, UnclassifiedColumns.FAKE);
    }

    /**
     * As {@link #matches}, and the list decides about everything: each column of a listed table stands under
     * {@code keep} or {@code fake}, and each table is listed unless the list sets {@code unlisted}.
     */
    public DatabaseSchemaAssert isClassifiedBy(AllowList allowList) {
        return holds(allowList, UnclassifiedColumns.ERROR);
    }

    private DatabaseSchemaAssert holds(AllowList allowList, UnclassifiedColumns unclassified) {
        isNotNull();
        PlanOptions options = new PlanOptions(Set.of(), Set.of(), unclassified);
        Drift drift = Drift.between(actual.catalog(), allowList, options);
        if (drift.exists()) {
            throw failure("%s", message(drift.source(), drift.errors()));
        }
        return this;
    }

    /** One remedy classifies all columns of a table: it stands behind the last of them. */
    private static String message(String source, List<Finding> errors) {
        List<String> lines = new ArrayList<>();
        String count = errors.size() == 1 ? "1 problem" : errors.size() + " problems";
        lines.add("The allow list does not fit the database (" + count + "):");
        for (int i = 0; i < errors.size(); i++) {
            Finding error = errors.get(i);
            boolean isLast = i + 1 == errors.size()
                    || !error.remedy().equals(errors.get(i + 1).remedy());
            lines.add("- " + error.location().map(l -> source + ":" + l).orElse(source) + "  " + error.message());
            error.remedy().filter(r -> isLast).ifPresent(r -> lines.add("  " + r));
        }
        return String.join("\n", lines);
    }
}
