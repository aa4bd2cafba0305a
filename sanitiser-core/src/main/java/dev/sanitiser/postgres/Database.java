package dev.sanitiser.postgres;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The one place that makes jOOQ contexts: dialect POSTGRES, every name quoted, nothing logged. */
public final class Database {

    private Database() {}

    /**
     * A context on a connection, which stays the caller's: it is not closed, committed or changed.
     *
     * <p>jOOQ would log bind values and fetched rows at DEBUG and copy server warnings to the log; both could quote
     * cells, so both are off.
     */
    public static DSLContext on(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES, settings());
    }

    /** A context that renders SQL and cannot run it. */
    public static DSLContext withoutConnection() {
        return DSL.using(SQLDialect.POSTGRES, settings());
    }

    private static Settings settings() {
        return new Settings()
                .withExecuteLogging(false)
                .withFetchWarnings(false)
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS);
    }
}
