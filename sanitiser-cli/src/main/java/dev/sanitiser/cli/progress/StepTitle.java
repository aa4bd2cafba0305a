package dev.sanitiser.cli.progress;

import dev.sanitiser.DumpStep;

/** What each step is called. */
final class StepTitle {

    private StepTitle() {}

    static String of(DumpStep step) {
        return switch (step) {
            case PREPARE -> "Checking the source";
            case PLAN -> "Planning";
            case STRUCTURE -> "Reading the structure";
            case FILL -> "Sanitising rows";
            case WRITE -> "Writing the archive";
            case VERIFY -> "Reading it back";
            case PUBLISH -> "Publishing";
        };
    }
}
