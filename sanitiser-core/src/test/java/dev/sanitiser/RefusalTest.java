package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this version cannot fake is refused before a row is read, by name and with a remedy that works. */
class RefusalTest {

    private TestDatabase source;

    @BeforeEach
    void create() {
        source = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        source.close();
    }

    @Test
    void a_check_that_no_candidate_satisfies() {
        source.run("CREATE TABLE employee (code text CHECK (md5(code) = '4bca24304861acde5770fdbe3cc2503b'));"
                + "INSERT INTO employee VALUES ('real')");

        refuses("{\"employee\": []}", """
                - employee, constraint employee_code_check on code: the fakes do not satisfy CHECK ((md5(code) = \
                '4bca24304861acde5770fdbe3cc2503b'::text)). Keep the columns, or name a generator that fits under "fake".""");
        accepts("{\"employee\": [\"code\"]}");
        accepts("{\"employee\": {\"fake\": {\"code\": \"null\"}}}");
    }

    @Test
    void a_generator_in_the_allow_list_that_a_check_refuses() {
        source.run("CREATE TABLE employee (gender text CHECK (gender IN ('M', 'F')))");

        refuses("{\"employee\": {\"fake\": {\"gender\": \"word\"}}}", """
                - employee, constraint employee_gender_check on gender: the fakes do not satisfy CHECK ((gender = ANY \
                (ARRAY['M'::text, 'F'::text]))). Keep the columns, or name a generator that fits under "fake".""");
        accepts("{\"employee\": []}");
        accepts("{\"employee\": {\"fake\": {\"gender\": {\"value\": \"M\"}}}}");
    }

    @Test
    void an_exclusion_constraint_by_an_operator_that_no_generator_knows() {
        source.run("CREATE TABLE plot (spot circle, owner text, EXCLUDE USING gist (spot WITH &&))");

        refuses("{\"plot\": []}", """
                - plot, exclusion constraint plot_spot_excl: spot is faked, and no generator can keep its rows apart. Keep \
                spot.""");
        accepts("{\"plot\": [\"spot\"]}");
    }

    @Test
    void a_reference_to_a_table_without_rows_that_cannot_be_null() {
        source.run("CREATE TABLE device (id int PRIMARY KEY);"
                + "CREATE TABLE session (device_id int NOT NULL REFERENCES device)");

        refuses("{\"session\": []}", """
                - session, foreign key session_device_id_fkey: no rows of device are copied and device_id cannot be \
                NULL. List device in the allow list (an empty list [] fakes every column), or give session \
                "rows": "none".""");
        accepts("{\"session\": [], \"device\": []}");
        accepts("{\"session\": {\"rows\": \"none\"}, \"device\": []}");
    }

    private void refuses(String allowList, String problem) {
        assertThatThrownBy(() -> plan(allowList))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The allow list does not fit the database (1 problem):\n" + problem)
                .extracting("kind")
                .isEqualTo(FailureKind.PLAN);
    }

    private void accepts(String allowList) {
        assertThat(plan(allowList)).isEqualTo(List.of());
    }

    private List<String> plan(String allowList) {
        return Sanitiser.plan(
                        source.dataSource(), AllowList.parse(allowList, "allow_list.json"), PlanOptions.defaults())
                .notes();
    }
}
