package dev.sanitiser.cli.progress;

import dev.sanitiser.DumpListener;
import dev.sanitiser.DumpReport;

/** A listener that shows what it hears, until it is closed. */
public interface Progress extends DumpListener, AutoCloseable {

    /** The dump succeeded. */
    default void finished(DumpReport report) {}

    /** Ends what is on the screen; also after a failure. */
    @Override
    default void close() {}
}
