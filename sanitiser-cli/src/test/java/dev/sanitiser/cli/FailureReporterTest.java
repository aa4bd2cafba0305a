package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailureReporterTest {

    private final StringWriter errors = new StringWriter();
    private final FailureReporter reporter = new FailureReporter(new PrintWriter(errors));

    @ParameterizedTest
    @CsvSource({"USAGE,2", "PLAN,3", "ENVIRONMENT,4", "VERIFICATION,5", "INTERRUPTED,130"})
    void each_kind_of_failure_has_its_exit_code(FailureKind kind, int exitCode) {
        int actual = reporter.report(new SanitiserException(kind, "What happened."), new CommandLine(new Some()));

        assertThat(actual).isEqualTo(exitCode);
        assertThat(errors.toString()).startsWith("What happened.\n");
    }

    @Test
    void a_bug_shows_where_it_is_and_no_message() {
        SQLException cause = new SQLException("Key (email)=(ann@shop.example) already exists");
        IllegalStateException bug = new IllegalStateException("ann@shop.example", cause);

        int exitCode = reporter.report(bug, new CommandLine(new Some()));

        assertThat(exitCode).isEqualTo(1);
        assertThat(errors.toString())
                .startsWith("This is a bug in Sanitiser ")
                .contains(
                        ". Please report it with the lines below, which hold no data.\njava.lang.IllegalStateException\n"
                                + "    at dev.sanitiser.cli.FailureReporterTest.a_bug_shows_where_it_is_and_no_message")
                .contains("\nCaused by: java.sql.SQLException\n")
                .doesNotContain("ann@shop.example");
    }

    @Test
    void a_name_in_a_message_cannot_move_the_cursor() {
        reporter.report(
                new SanitiserException(FailureKind.PLAN, "Two lines:\n- table \"\u001b[2Jx\u202e\""),
                new CommandLine(new Some()));

        assertThat(errors).hasToString("Two lines:\n- table \"\\u{1b}[2Jx\\u{202e}\"\n");
    }

    @Command
    private static final class Some {}
}
