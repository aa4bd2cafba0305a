package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.TestDatabase;
import java.time.Duration;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private TestDatabase database;
    private Session session;

    @BeforeEach
    void open() {
        database = TestDatabase.create().run("CREATE TABLE t (id int); SET standard_conforming_strings = off");
        database.run("ALTER DATABASE \"" + database.name() + "\" SET standard_conforming_strings = off");
        session = Session.open(Source.of(database.dataSource()), Duration.ofSeconds(7), new Cancellation());
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void a_transaction_reads_and_writes_values_as_pg_dump_does() {
        session.begin();

        assertThat(setting("search_path")).isEqualTo("\"\"");
        assertThat(setting("standard_conforming_strings")).isEqualTo("on");
        assertThat(setting("datestyle")).isEqualTo("ISO, MDY");
        assertThat(setting("timezone")).isEqualTo("UTC");
        assertThat(setting("statement_timeout")).isEqualTo("7s");
        assertThat(setting("transaction_isolation")).isEqualTo("read committed");
    }

    @Test
    void settings_end_with_their_transaction() {
        session.begin();
        session.rollback();

        assertThat(setting("standard_conforming_strings")).isEqualTo("off");
    }

    @Test
    void a_snapshot_is_of_the_first_query_and_not_of_the_settings() {
        session.beginSnapshot();
        database.run("INSERT INTO t VALUES (1)");

        assertThat(rows()).isEqualTo(1);
        database.run("INSERT INTO t VALUES (2)");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_snapshot_that_has_gone_is_reported_without_the_statement() {
        assertThatThrownBy(() -> session.beginWithSnapshot("00000003-00000001-1"))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("Could not begin a transaction: the server refused it (SQLSTATE 22023)");
    }

    private String setting(String name) {
        return session.database()
                .select(DSL.function(DSL.name("pg_catalog", "current_setting"), String.class, DSL.inline(name)))
                .fetchSingle()
                .value1();
    }

    private int rows() {
        return session.database().fetchCount(DSL.table(DSL.name("public", "t")));
    }

    @Test
    void a_connection_lost_between_two_transactions_is_a_failure_of_the_environment() {
        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

        assertThatThrownBy(session::begin)
                .isInstanceOf(SanitiserException.class)
                .hasNoCause()
                .hasMessage("Could not begin a transaction: terminating connection due to administrator command"
                        + " (SQLSTATE 57P01)");
    }
}
