package dev.sanitiser.cli.demo;

import dev.sanitiser.allowlist.AllowList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Allow;

/**
 * A shop with a community: 13 tables, about 50,000 rows of invented people, orders, sessions and audit entries, the
 * same ones each time.
 *
 * <p>Plain SQL, because schema and rows are two scripts that come with the program and hold no input of anybody.
 */
@Allow.PlainSQL
public final class DemoDatabase {

    private static final String ALLOW_LIST = "allow_list.json";

    private DemoDatabase() {}

    /**
     * Creates the tables and their rows, all or nothing.
     *
     * @param dataSource an empty database of PostgreSQL 15 or newer
     */
    public static void load(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(resource("schema.sql"));
            statement.execute(resource("data.sql"));
            connection.commit();
        }
    }

    /**
     * The allow list of this database: {@code allow_list.json} of the repository, so that a change to it shows in the
     * next demo, or the copy that was packaged from it.
     *
     * @param repository the repository the program runs from, if it does
     */
    public static AllowList allowList(Optional<Path> repository) {
        return repository
                .map(root -> root.resolve(ALLOW_LIST))
                .filter(Files::isRegularFile)
                .map(AllowList::read)
                .orElseGet(() -> AllowList.parse(resource(ALLOW_LIST), ALLOW_LIST));
    }

    private static String resource(String name) {
        try (InputStream stream = DemoDatabase.class.getResourceAsStream("/demo/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("not packaged: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
