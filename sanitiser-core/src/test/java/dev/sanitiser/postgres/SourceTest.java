package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SourceTest {

    @Test
    void reads_the_settings_of_pgjdbcs_own_data_source() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"[::1]"});
        dataSource.setPortNumbers(new int[] {6543});
        dataSource.setDatabaseName("shop");
        dataSource.setUser("ann");
        dataSource.setPassword("s3cret");
        dataSource.setSslMode("require");

        assertThat(Source.of(dataSource).settings())
                .isEqualTo(new ConnectionSettings("::1", 6543, "shop", "ann", "s3cret", Map.of("sslmode", "require")));
    }

    @Test
    void asks_any_other_data_source_for_its_url_and_user() {
        try (TestDatabase database = TestDatabase.create()) {
            DataSource pool = hiding(database.dataSource());

            Source source = Source.of(pool);

            assertThat(source.dataSource()).isSameAs(pool);
            assertThat(source.settings())
                    .isEqualTo(new ConnectionSettings(
                            "127.0.0.1", TestServer.port(), database.name(), "postgres", "", Map.of()));
        }
    }

    @Test
    void says_that_an_unreachable_data_source_gives_no_connection() {
        PGSimpleDataSource dataSource = TestServer.dataSource("no such database");

        assertThatThrownBy(() -> Source.of(hiding(dataSource)))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The data source gives no connection (SQLSTATE 3D000). Check that its server is up and lets"
                        + " its user in.")
                .extracting(e -> ((SanitiserException) e).kind())
                .isEqualTo(FailureKind.ENVIRONMENT);
    }

    @Test
    void refuses_a_data_source_of_several_hosts() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"h1", "h2"});

        assertThatThrownBy(() -> Source.of(dataSource))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The data source names several hosts. Give one that names the host to read from.");
    }

    /** A data source as a pool would be that does not wrap pgjdbc's. */
    private static DataSource hiding(DataSource hidden) {
        return (DataSource) Proxy.newProxyInstance(
                SourceTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isWrapperFor")) {
                        return false;
                    }
                    try {
                        return method.invoke(hidden, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
