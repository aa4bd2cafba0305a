package dev.sanitiser;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.copy.RowCopy;
import dev.sanitiser.plan.SanitisationPlan;

/** Passes calls of several threads on, one at a time. */
final class SerialListener implements DumpListener, RowCopy.Listener {

    private final DumpListener listener;

    SerialListener(DumpListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void stepStarted(DumpStep step) {
        listener.stepStarted(step);
    }

    @Override
    public synchronized void planned(SanitisationPlan plan) {
        listener.planned(plan);
    }

    @Override
    public synchronized void filled(QualifiedName table, long rowCount) {
        listener.tableFilled(table, rowCount);
    }

    @Override
    public synchronized void bytesWritten(QualifiedName table, long sizeInBytes) {
        listener.rowsWritten(table, sizeInBytes);
    }

    @Override
    public synchronized void written(QualifiedName table, long rowCount) {
        listener.tableWritten(table, rowCount);
    }
}
