package dev.sanitiser.cli.report;

import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import java.nio.file.Path;
import java.util.List;

/** What a check found, for one kind of reader. */
@FunctionalInterface
public interface DriftReport {

    /**
     * Writes it.
     *
     * @param drift that is left
     * @param mended what an update of the list has put right
     * @return lines that all end with a line feed
     */
    String of(Drift drift, List<Finding> mended);

    /** For people. */
    static DriftReport text(boolean colours) {
        return new DriftText(colours)::of;
    }

    /** For programs: {@code docs/check.md} describes it. */
    static DriftReport json() {
        return DriftJson::of;
    }

    /** JUnit's XML as Surefire writes it: a test case for each table. */
    static DriftReport junit() {
        return (drift, mended) -> DriftJUnit.of(drift);
    }

    /**
     * GitHub's workflow commands.
     *
     * @param workspace what paths in it are relative to
     */
    static DriftReport github(Path workspace) {
        return (drift, mended) -> new DriftGithub(new SourcePath(workspace)).of(drift);
    }

    /**
     * SARIF 2.1.0.
     *
     * @param workspace what paths in it are relative to
     */
    static DriftReport sarif(Path workspace) {
        return (drift, mended) -> new DriftSarif(new SourcePath(workspace)).of(drift);
    }
}
