package dev.sanitiser.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;

/** Something that goes on in a thread of its own while the test does something else. */
public final class Background {

    private final CompletableFuture<Void> end;

    private Background(CompletableFuture<Void> end) {
        this.end = end;
    }

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    public static Background start(Work work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(end, work), "test-background");
        thread.setDaemon(true);
        thread.start();
        return new Background(end);
    }

    @SuppressWarnings("CatchingUnchecked")
    private static void complete(CompletableFuture<Void> end, Work work) {
        try {
            work.run();
            boolean unused = end.complete(null);
        } catch (Exception | Error e) {
            boolean unused = end.completeExceptionally(e);
        }
    }

    /** Waits for the end and passes a failure on. */
    public void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw new AssertionError("The work in the background failed", e.getCause());
        }
    }

    /** Waits for the end, which must be a failure. */
    public Throwable awaitFailure() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
        return Assertions.fail("The work in the background did not fail");
    }
}
