package dev.sanitiser.testkit;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanMaker;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a database's structure. */
public final class DatabaseSchemaAssert extends AbstractAssert<DatabaseSchemaAssert, DatabaseSchema> {

    DatabaseSchemaAssert(DatabaseSchema actual) {
        super(actual, DatabaseSchemaAssert.class);
    }

    /**
     * Every name in the allow list exists and means what the list says of it, and every foreign key, unique index and
     * type can be sanitised. Columns that the list does not mention are faked and pass.
     *
     * <p>Constraints that only the database can evaluate (CHECK and domains) are not looked at: see
     * {@link dev.sanitiser.Sanitiser#plan}.
     */
    public DatabaseSchemaAssert matches(AllowList allowList) {
        return holds(allowList, UnclassifiedColumns.FAKE);
    }

    /** As {@link #matches}, and the list says of every column of a listed table whether it is kept or faked. */
    public DatabaseSchemaAssert isClassifiedBy(AllowList allowList) {
        return holds(allowList, UnclassifiedColumns.ERROR);
    }

    private DatabaseSchemaAssert holds(AllowList allowList, UnclassifiedColumns unclassified) {
        isNotNull();
        try {
            PlanMaker.resolve(actual.catalog(), allowList, new PlanOptions(Set.of(), Set.of(), unclassified));
        } catch (SanitiserException drift) {
            throw failure("%s", drift.getMessage());
        }
        return this;
    }
}
