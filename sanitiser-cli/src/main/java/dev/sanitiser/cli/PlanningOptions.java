package dev.sanitiser.cli;

import dev.sanitiser.plan.PseudonymKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is copied, and what of it is real. */
final class PlanningOptions extends SelectionOptions {

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "32 random bytes, or 64 hexadecimal digits, that only you can read: the same key makes the same"
                            + " pseudonyms in every run. Default: a random key for each run")
    private @Nullable Path keyFile;

    PseudonymKey key() {
        return keyFile == null ? PseudonymKey.random() : PseudonymKey.read(keyFile);
    }
}
