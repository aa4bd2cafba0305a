package dev.sanitiser.testkit.junit;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.postgres.Migrations;
import dev.sanitiser.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Builds a {@link SanitiserExtension}: say how a database is migrated, or bring your own; the rest has defaults. */
public final class SanitiserExtensionBuilder {

    private Supplier<AllowList> allowList = () -> AllowList.read(Path.of("allow_list.json"));
    private Supplier<PostgresServer> server = PostgresServer::shared;
    private @Nullable Migrations migrations;
    private @Nullable Supplier<DataSource> ownDatabase;
    private DatabaseLifetime lifetime = DatabaseLifetime.TEST;
    private DumpOptions options = DumpOptions.defaults();

    SanitiserExtensionBuilder() {}

    /** The allow list's file; {@code allow_list.json} in the folder that tests run in unless this is called. */
    public SanitiserExtensionBuilder allowList(Path file) {
        allowList = () -> AllowList.read(file);
        return this;
    }

    /** The allow list itself. */
    public SanitiserExtensionBuilder allowList(AllowList list) {
        allowList = () -> list;
        return this;
    }

    /** What migrates an empty database; several calls add up. */
    public SanitiserExtensionBuilder migrations(Migrations more) {
        migrations = migrations == null ? more : migrations.andThen(more);
        return this;
    }

    /**
     * The server that databases are made on, asked when the first is made; {@link PostgresServer#shared()} if unsaid.
     */
    public SanitiserExtensionBuilder server(Supplier<PostgresServer> supplier) {
        server = supplier;
        return this;
    }

    /**
     * Your own database, migrated already, instead of fresh ones; it is not dropped. Its role must be allowed to create
     * databases if a test restores a dump.
     */
    public SanitiserExtensionBuilder dataSource(Supplier<DataSource> supplier) {
        ownDatabase = supplier;
        return this;
    }

    /** The tests of the class share one database: see {@link DatabaseLifetime#CLASS}. */
    public SanitiserExtensionBuilder sharedByClass() {
        lifetime = DatabaseLifetime.CLASS;
        return this;
    }

    /** How plans and dumps are made. */
    public SanitiserExtensionBuilder options(DumpOptions dumpOptions) {
        options = dumpOptions;
        return this;
    }

    /** @throws ExtensionConfigurationException unless there are either migrations or a database of your own */
    public SanitiserExtension build() {
        return new SanitiserExtension(new Setup(allowList, database(), lifetime, options));
    }

    private Supplier<Setup.Lent> database() {
        Migrations steps = migrations;
        Supplier<DataSource> own = ownDatabase;
        if (own != null && steps == null) {
            return () -> new Setup.Lent(own.get(), Optional.empty());
        }
        if (steps == null || own != null) {
            throw new ExtensionConfigurationException(
                    "Tell the builder either migrations(…), for fresh databases, or dataSource(…), for your own.");
        }
        Supplier<PostgresServer> on = server;
        return () -> Setup.Lent.of(on.get().createDatabase(steps));
    }
}
