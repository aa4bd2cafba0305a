package dev.sanitiser.cli;

import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Option;

/** Where a drafted list goes, and in which form. */
final class ListTarget {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The list to write; - for standard output, and the verdicts to standard error. Default:"
                    + " ${DEFAULT-VALUE}")
    private Path output = Path.of("allow_list.json");

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    @Option(
            names = "--strict",
            description =
                    "Classify every column: name those that are faked as well, for plan, check and dump --strict.")
    private boolean strict;

    boolean isStandardOutput() {
        return output.equals(STANDARD_OUTPUT);
    }

    String name() {
        return isStandardOutput() ? "standard output" : output.toString();
    }

    /** @throws SanitiserException of kind USAGE if the file is there and must stay; sooner than after the work */
    void check() {
        if (!isStandardOutput() && !force && Files.exists(output)) {
            throw alreadyThere();
        }
    }

    void write(AllowListDraft draft, PrintWriter standardOutput) {
        String json = strict ? draft.toStrictJson() : draft.toJson();
        if (isStandardOutput()) {
            standardOutput.print(json);
            standardOutput.flush();
            return;
        }
        OpenOption[] options = force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            Files.writeString(output, json, StandardCharsets.UTF_8, options);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere();
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The list cannot be written to " + output + ": "
                            + e.getClass().getSimpleName() + ". Name another file with --output.");
        }
    }

    private SanitiserException alreadyThere() {
        return new SanitiserException(
                FailureKind.USAGE,
                output + " exists already. Name another file with --output, or replace it with --force.");
    }
}
