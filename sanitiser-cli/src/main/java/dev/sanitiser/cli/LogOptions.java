package dev.sanitiser.cli;

import picocli.CommandLine.Option;

/** What a run says while it goes on. */
final class LogOptions {

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "text (progress on a terminal, lines otherwise) or json (one object a line, on standard"
                    + " error). Default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    boolean quiet() {
        return quiet;
    }

    boolean json() {
        return format == Format.json;
    }

    /** picocli shows the constants as they are. */
    enum Format {
        text,
        json
    }
}
