package dev.sanitiser.testkit;

import javax.sql.DataSource;

/** Entry points, for static import. */
public final class SanitiserAssertions {

    private SanitiserAssertions() {}

    public static DatabaseSchemaAssert assertThat(DatabaseSchema schema) {
        return new DatabaseSchemaAssert(schema);
    }

    /** Assertions on a dump, and on the copy that it is restored into. */
    public static SanitisedDumpAssert assertThat(SanitisedDump dump) {
        return new SanitisedDumpAssert(dump);
    }

    /** See {@link DatabaseSchema#of}. */
    public static DatabaseSchema schemaOf(DataSource dataSource) {
        return DatabaseSchema.of(dataSource);
    }
}
