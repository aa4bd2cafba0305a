package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.cli.signal.Interruption;
import dev.sanitiser.failure.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    @Test
    void a_signal_lets_the_run_clean_up_and_ends_with_130() throws Exception {
        assertThat(interrupt("running")).isEqualTo(new Run(130, "cleaned up\n", "Interrupted; cleaning up ...\n"));
    }

    @Test
    void a_run_that_has_just_succeeded_has_succeeded() throws Exception {
        assertThat(interrupt("succeeded")).isEqualTo(new Run(0, "cleaned up\n", ""));
    }

    private static Run interrupt(String state) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        state)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            // Process.destroy would also close the streams.
            process.toHandle().destroy();
            int exitCode = process.waitFor();
            return new Run(exitCode, rest(output), rest(errors));
        }
    }

    private static String rest(BufferedReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** A run that goes on until it is cancelled. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            Cancellation cancellation = new Cancellation();
            CountDownLatch cancelled = new CountDownLatch(1);
            try (Interruption interruption = Interruption.listen(cancellation, errors);
                    Cancellation.Registration registration = cancellation.onCancel(cancelled::countDown)) {
                if (args[0].equals("succeeded")) {
                    interruption.succeeded();
                }
                out.println("ready");
                cancelled.await();
                out.println("cleaned up");
            }
            out.println("not reached");
        }
    }
}
