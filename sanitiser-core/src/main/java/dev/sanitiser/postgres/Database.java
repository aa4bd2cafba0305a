package dev.sanitiser.postgres;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** The one place that makes a {@link DSLContext}: PostgreSQL, every name quoted, nothing logged. */
public final class Database {

    private Database() {}

    /**
     * Statements with inlined values on one connection: most of ours cannot take bind parameters ({@code COPY},
     * {@code COMMENT}, {@code SET}). Safe only while {@code standard_conforming_strings} is on, which each session sees
     * to.
     */
    public static DSLContext on(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES, settings());
    }

    /** Renders statements without a connection. */
    public static DSLContext withoutConnection() {
        return DSL.using(SQLDialect.POSTGRES, settings());
    }

    /** A name as it can stand in a statement, for people who are to run one. */
    public static String quoted(String... qualifiedName) {
        return withoutConnection().render(DSL.name(qualifiedName));
    }

    private static Settings settings() {
        return new Settings()
                .withExecuteLogging(false)
                .withFetchWarnings(false)
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                .withStatementType(StatementType.STATIC_STATEMENT)
                .withRenderFormatted(false);
    }
}
