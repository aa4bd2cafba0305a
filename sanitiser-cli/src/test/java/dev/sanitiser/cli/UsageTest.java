package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private static final String UNREACHABLE = "postgresql://ann:s3cret@127.0.0.1:1/shop";

    @TempDir
    Path folder;

    @Test
    void tells_its_version() {
        assertThat(Run.of("--version")).isEqualTo(new Run(0, "Sanitiser " + Sanitiser.version() + "\n", ""));
    }

    @Test
    void helps_with_commands_and_exit_codes() {
        Run help = Run.of("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.errors()).isEmpty();
        assertThat(help.output()).startsWith("""
                Usage: sanitiser [-hV] COMMAND
                Makes a sanitised copy of a PostgreSQL database: a dump that stock pg_restore
                restores, with the same structure and row counts, and not one real value
                outside your allow list.

                Options:
                  -h, --help      Show this help message and exit.
                  -V, --version   Print version information and exit.

                Commands:
                  init        Drafts an allow list: keys and what looks safe is proposed as
                """).endsWith("""

                Exit codes:
                  0     done
                  1     a bug in Sanitiser
                  2     the command line is wrong
                  3     the allow list or the plan does not fit the database; no sanitised copy
                  4     the database, a program, a privilege or the file system stood in the way
                  5     the finished archive is not what the plan promised
                  130   interrupted

                To see it work on invented data: sanitiser demo
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "dump", "plan", "generators", "info", "demo"})
    void helps_with_each_command_in_80_columns_without_colours(String command) {
        Run help = Run.of(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).startsWith("Usage: sanitiser " + command).doesNotContain("\u001b");
        assertThat(help.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void groups_the_options_of_dump() {
        assertThat(Run.of("dump", "--help").output().lines().filter(line -> line.matches("[A-Z].*:")))
                .containsExactly(
                        "Source:",
                        "What is copied, and what of it is real:",
                        "Where it goes:",
                        "How the run behaves:",
                        "What it says:",
                        "Example:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | A command is missing. | sanitiser",
                "frob | There is no such command. Expected one of init, check, plan, dump, info, generators, demo. | sanitiser",
                "dump postgresql://ann:s3cret@h/db | An argument is not expected here: each value follows the name of"
                        + " its option. | sanitiser dump",
                "dump --ulr=postgresql://ann:s3cret@h/db | There is no option --ulr. | sanitiser dump",
                "dump --output | Missing required parameter for option '--output' (FILE\\u007cDIR\\u007c-). | sanitiser dump",
                "dump | Say with --output where the dump goes: a file, a folder, or - for standard output. | sanitiser"
                        + " dump",
                "dump -o - --format plain | A script cannot go to standard output directly. Leave --format out and pipe"
                        + " the archive through pg_restore: sanitiser dump --output - … \\u007c pg_restore -f - |"
                        + " sanitiser dump",
                "dump -o - --format directory | A directory cannot go to standard output. Give --output a folder, or"
                        + " leave --format out. | sanitiser dump",
                "dump -o x --strategy other | There is no such strategy. Expected --strategy scratch or --strategy"
                        + " stream. | sanitiser dump",
                "dump -o x --jobs 0 | --jobs must be 1 or more. | sanitiser dump",
                "dump -o x --lock-timeout 0s | --lock-timeout must be longer than zero: a lock that waits without limit"
                        + " holds up every query on its table. | sanitiser dump",
                "dump -o x --max-duration 0s | --max-duration must be longer than zero; leave it out for no limit. |"
                        + " sanitiser dump",
                "dump -o x --lock-timeout 5 | Invalid value for option '--lock-timeout': expected a duration"
                        + " such as 500ms, 30s, 5m, 2h or 1h30m. | sanitiser dump",
                "dump -o x --compress zstd:23 | Invalid value for option '--compress': expected gzip, gzip:1 (fast)"
                        + " to gzip:9 (small), zstd, zstd:1 to zstd:22, lz4, lz4:1 to lz4:12, or none. | sanitiser dump",
                "dump -o x --exclude-table a.b.c | Invalid value for option '--exclude-table' (TABLE): \"a.b.c\" is not"
                        + " the name of a table: it has 3 parts; expected \"table\" or \"schema.table\", a part with a"
                        + " dot or a double quote in it as \"\\\"odd.part\\\"\". | sanitiser dump",
                "info | Name either an archive or, with --url, a database. | sanitiser info",
                "info x --url postgresql://h | Name either an archive or, with --url, a database. | sanitiser info",
            })
    void says_what_is_wrong_with_the_command_line(String arguments, String message, String help) {
        Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run).isEqualTo(new Run(2, "", message.replace("\\u007c", "|") + "\nSee: " + help + " --help\n"));
    }

    @Test
    void a_missing_allow_list_is_not_an_empty_one() {
        assertThat(Run.of("plan", "--url", UNREACHABLE, "--allow-list", "no such file.json"))
                .isEqualTo(new Run(
                        3, "", """
                        The allow list cannot be read (1 problem):
                        - no such file.json  does not exist; looked for %s
                        """.formatted(Path.of("no such file.json").toAbsolutePath())));
    }

    @Test
    void a_password_in_the_url_is_used_with_a_word_of_warning_and_never_shown() throws IOException {
        Run run = Run.of("plan", "--url", UNREACHABLE, "--allow-list", allowList());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.errors())
                .startsWith("The password in --url can be read by every user of this machine; ~/.pgpass or PGPASSWORD"
                        + " keeps it private.\nCould not connect to postgresql://ann@127.0.0.1:1/shop: ")
                .doesNotContain("s3cret");
    }

    @Test
    void connects_as_the_variables_say() throws IOException {
        Run run = Run.of(Map.of("PGHOST", "/run/postgresql"), "plan", "--allow-list", allowList());

        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "The host is the folder of a Unix socket, which Java's driver cannot use. Give a host name, such"
                                + " as localhost, in --url or PGHOST.\nSee: sanitiser plan --help\n"));
    }

    @Test
    void a_report_that_could_not_be_written_stops_the_run_before_it_begins() {
        assertThat(Run.of("dump", "-o", "x", "--report", "no such folder/report.json"))
                .isEqualTo(new Run(
                        4,
                        "",
                        "The report cannot be written to no such folder/report.json: --report must name a file in a"
                                + " folder that exists and takes new files.\n"));
    }

    @Test
    void tells_collectors_of_a_failure_in_json() {
        Run run = Run.of("dump", "-o", "x", "--jobs", "0", "--log-format", "json");

        assertThat(run.errors())
                .matches("\\{\"time\":\"[^\"]+\",\"event\":\"failed\",\"kind\":\"usage\",\"exitCode\":2,"
                        + "\"message\":\"--jobs must be 1 or more.\"}\n");
    }

    private String allowList() throws IOException {
        return Files.writeString(folder.resolve("list.json"), "{\"users\": [\"id\"]}")
                .toString();
    }
}
