package dev.sanitiser.cli;

import dev.sanitiser.DumpTarget;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the dump goes and what it looks like. */
final class TargetOptions {

    private static final String STANDARD_OUTPUT = "-";
    private static final String DEFAULT_LABEL = "a PostgreSQL database";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR|-",
            description = "The dump; an existing one is replaced once the new one is whole. - is standard output.")
    private String output = "";

    @Option(
            names = {"-F", "--format"},
            paramLabel = "FORMAT",
            description = "custom (one file for pg_restore), directory or plain (an SQL script). Default:"
                    + " ${DEFAULT-VALUE}")
    private Format format = Format.custom;

    @Option(
            names = "--compress",
            paramLabel = "HOW",
            converter = CompressionConverter.class,
            description = "gzip, gzip:1 (fast) to gzip:9 (small), zstd[:1 to 22], lz4[:1 to 12], or none. zstd and lz4"
                    + " take pg_restore 16 or newer. A script is not compressed. Default: gzip:6")
    private Compression compression = Compression.standard();

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            description = "What the comments in the copy say it is a copy of. Default: \"" + DEFAULT_LABEL + "\"")
    private @Nullable String label;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what was done to this file, as JSON: names and counts, never a value.")
    private @Nullable Path report;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write what was done to this file, as a page for reviewers: one HTML file to search, filter and"
                            + " print.")
    private @Nullable Path html;

    Compression compression() {
        return compression;
    }

    String label() {
        return givenLabel().orElse(DEFAULT_LABEL);
    }

    Optional<String> givenLabel() {
        return Optional.ofNullable(label);
    }

    boolean isStandardOutput() {
        return output.equals(STANDARD_OUTPUT);
    }

    /** How messages call the target. */
    String name() {
        return isStandardOutput() ? "standard output" : output;
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    Optional<ReviewFile> html() {
        return Optional.ofNullable(html).map(ReviewFile::new);
    }

    /** @throws SanitiserException if options contradict each other or the report could not be written */
    void check() {
        if (output.isEmpty()) {
            throw usage("Say with --output where the dump goes: a file, a folder, or - for standard output.");
        }
        if (isStandardOutput() && format == Format.directory) {
            throw usage("A directory cannot go to standard output. Give --output a folder, or leave --format out.");
        }
        if (isStandardOutput() && format == Format.plain) {
            throw usage(
                    "A script cannot go to standard output directly. Leave --format out and pipe the archive through"
                            + " pg_restore: sanitiser dump --output - … | pg_restore -f -");
        }
        report().ifPresent(TargetOptions::checkReport);
        html().ifPresent(ReviewFile::check);
    }

    private static void checkReport(Path report) {
        Path folder = Optional.ofNullable(report.toAbsolutePath().getParent()).orElse(report);
        if (Files.isDirectory(report) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The report cannot be written to " + report + ": --report must name a file in a folder that exists"
                            + " and takes new files.");
        }
    }

    DumpTarget toTarget(OutputStream standardOutput) {
        if (isStandardOutput()) {
            return DumpTarget.stream(standardOutput);
        }
        Path path = Path.of(output);
        return switch (format) {
            case custom -> DumpTarget.file(path);
            case directory -> DumpTarget.directory(path);
            case plain -> DumpTarget.plainFile(path);
        };
    }

    private static SanitiserException usage(String message) {
        return new SanitiserException(FailureKind.USAGE, message);
    }

    /** Named as {@code pg_dump -F} names them; picocli shows the constants as they are. */
    enum Format {
        custom,
        directory,
        plain
    }
}
