package dev.sanitiser.cli;

import dev.sanitiser.plan.PlanOptions;
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

    @Option(
            names = "--read-as",
            paramLabel = "ROLE",
            description = "Let every statement over rows run as this role (SET LOCAL ROLE), which needs SELECT on no"
                    + " more than the columns that are read; plan names them with their GRANTs where they are missing."
                    + " The role that connects must be a member of it, and locks and reads the structure. A dump takes"
                    + " --strategy stream with it. Default: the role that connects")
    private @Nullable String readAs;

    @Override
    PlanOptions toPlanOptions() {
        PlanOptions options = super.toPlanOptions();
        return readAs == null ? options : options.withReadAs(readAs);
    }

    PseudonymKey key() {
        return keyFile == null ? PseudonymKey.random() : PseudonymKey.read(keyFile);
    }
}
