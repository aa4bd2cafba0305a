package dev.sanitiser;

import dev.sanitiser.archive.Compression;

/** The default options with one of them changed. */
final class Options {

    private static final DumpOptions DEFAULTS = DumpOptions.defaults();

    private Options() {}

    static DumpOptions withComments(DumpOptions.Comments comments) {
        return of(DEFAULTS.jobs(), DEFAULTS.compression(), comments, DEFAULTS.eventTriggers(), DEFAULTS.label());
    }

    static DumpOptions withEventTriggers(DumpOptions.EventTriggers eventTriggers) {
        return of(DEFAULTS.jobs(), DEFAULTS.compression(), DEFAULTS.comments(), eventTriggers, DEFAULTS.label());
    }

    static DumpOptions withLabel(String label) {
        return of(DEFAULTS.jobs(), DEFAULTS.compression(), DEFAULTS.comments(), DEFAULTS.eventTriggers(), label);
    }

    static DumpOptions withCompressionAndJobs(int level, int jobs) {
        return of(jobs, new Compression(level), DEFAULTS.comments(), DEFAULTS.eventTriggers(), DEFAULTS.label());
    }

    private static DumpOptions of(
            int jobs,
            Compression compression,
            DumpOptions.Comments comments,
            DumpOptions.EventTriggers eventTriggers,
            String label) {
        return new DumpOptions(
                DEFAULTS.plan(),
                DEFAULTS.strategy(),
                jobs,
                compression,
                DEFAULTS.maxRate(),
                DEFAULTS.lockTimeout(),
                DEFAULTS.statementTimeout(),
                DEFAULTS.maxDuration(),
                comments,
                eventTriggers,
                label,
                DEFAULTS.pgDump(),
                DEFAULTS.pgRestore(),
                DEFAULTS.key(),
                DEFAULTS.cancellation());
    }
}
