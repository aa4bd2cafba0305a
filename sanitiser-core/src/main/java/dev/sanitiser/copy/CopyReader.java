package dev.sanitiser.copy;

import dev.sanitiser.postgres.Session;
import java.sql.SQLException;
import org.jooq.Query;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads rows in COPY's text format. */
final class CopyReader {

    private CopyReader() {}

    /** Takes rows. */
    @FunctionalInterface
    interface RowSink {
        /** @param row one row with its line end; the caller may reuse the array afterwards */
        void accept(byte[] row);
    }

    /**
     * Executes a {@code COPY … TO STDOUT}.
     *
     * @return the number of rows
     * @throws SQLException if the sink did not get every row
     */
    static long read(Session session, Query copyStatement, RowSink sink) throws SQLException {
        CopyOut copy = session.connection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(session.database().renderInlined(copyStatement));
        try {
            byte[] row = copy.readFromCopy();
            while (row != null) {
                sink.accept(row);
                row = copy.readFromCopy();
            }
            return copy.getHandledRowCount();
        } finally {
            endEarly(copy);
        }
    }

    /** While a COPY is under way the driver lets nothing else through, not even a rollback: it would wait for ever. */
    private static void endEarly(CopyOut copy) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // The failure that ended the reading is on its way already.
            return;
        }
    }
}
