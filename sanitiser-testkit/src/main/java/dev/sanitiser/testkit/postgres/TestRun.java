package dev.sanitiser.testkit.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The databases of this JVM on one server, and the lock by which other JVMs see that they are in use. */
final class TestRun {

    private static final int SECONDS_TO_ANSWER = 5;

    private final Administration administration;
    private final Mark mark = Mark.random();
    private final Set<String> databases = ConcurrentHashMap.newKeySet();
    private @Nullable Connection lock;

    TestRun(Administration administration) {
        this.administration = administration;
    }

    /** A name for a database that will be dropped when the JVM ends, unless it is forgotten before. */
    String nextName() {
        holdLock();
        String name = mark.nextName();
        databases.add(name);
        return name;
    }

    void forget(String name) {
        databases.remove(name);
    }

    private synchronized void holdLock() {
        boolean first = lock == null;
        if (!isHeld()) {
            lock = administration.hold(mark);
        }
        if (first) {
            administration.dropLeftovers();
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "sanitiser-testkit-end"));
        }
    }

    private boolean isHeld() {
        try {
            return lock != null && lock.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    private void end() {
        try {
            databases.forEach(administration::drop);
        } catch (RuntimeException e) {
            // The server has ended before us, and its databases with it; or the next run finds them.
            return;
        }
    }
}
