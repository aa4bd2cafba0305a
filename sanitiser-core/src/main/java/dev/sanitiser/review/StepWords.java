package dev.sanitiser.review;

import dev.sanitiser.DumpStep;
import dev.sanitiser.Strategy;

/** Says what is done in a step of a dump. */
final class StepWords {

    private StepWords() {}

    static String of(DumpStep step, Strategy strategy) {
        return switch (step) {
            case PREPARE -> "Connect, check versions and privileges";
            case PLAN -> "Fix the moment, read the catalog, prove the plan";
            case STRUCTURE -> "Read the structure with pg_dump and filter it";
            case FILL -> fill(strategy);
            case WRITE -> write(strategy);
            case VERIFY -> "Read the dump back and check it";
            case PUBLISH -> "Put the dump in place";
        };
    }

    private static String fill(Strategy strategy) {
        return switch (strategy) {
            case SCRATCH -> "Sanitise the rows inside the source";
            case STREAM -> "Find the ranges in which rows are read";
        };
    }

    private static String write(Strategy strategy) {
        return switch (strategy) {
            case SCRATCH -> "Write the sanitised rows into the dump";
            case STREAM -> "Read the rows sanitised and write them into the dump";
        };
    }
}
